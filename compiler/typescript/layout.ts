/** The style of generated code: that of prettier, which is loaded here when it is needed. */
const style = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 120 } as const

/** TypeScript laid out like code written by hand. */
export async function layOut(code: string): Promise<string> {
  const [{ format }, typescript, estree] = await Promise.all([
    import('prettier/standalone'),
    import('prettier/plugins/typescript'),
    import('prettier/plugins/estree'),
  ])
  return format(code, { ...style, plugins: [typescript, estree] })
}
