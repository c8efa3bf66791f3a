/** The version of the compiler, as receipts and the command line tell it; the package has the same. */
export const version = '0.1.0'
