/** A program that can't mean anything: a bug in the compiler, never in a policy or a case. */
export class ProgramError extends Error {
  constructor(message: string) {
    super(`bug in the compiler: ${message}`)
    this.name = 'ProgramError'
  }
}
