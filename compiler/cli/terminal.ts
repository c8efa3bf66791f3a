/** Where a command writes. */
export interface Terminal {
  /** Resolves when more can be written, so that a slow reader slows the writer. */
  readonly out: (text: string) => Promise<void>
  readonly error: (text: string) => void
  /** A line on standard error that the next text there replaces; nothing where nobody looks. */
  readonly progress: (text: string) => void
  /** Colours only where a person looks, and not against NO_COLOR. */
  readonly hasColour: { readonly out: boolean; readonly error: boolean }
}

type Coloured = Pick<Terminal, 'hasColour'>

/** Writes text in a colour where standard output shows colours; `code` is the number of the escape sequence. */
export const colourOn =
  ({ hasColour }: Coloured) =>
  (code: string, text: string): string =>
    hasColour.out ? `\u001B[${code}m${text}\u001B[0m` : text

/** The same for bold. */
export const boldOn = (terminal: Coloured) => (text: string) => colourOn(terminal)('1', text)

/** The process's own. A reader that goes away (`daiyu … | head`) ends the process without a word. */
export function openTerminal({ stdout, stderr, env }: NodeJS.Process): Terminal {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EPIPE' && stream === stdout) stderr.write(`${problem.message}\n`)
      process.exit(problem.code === 'EPIPE' ? undefined : 1)
    })
  }
  const mayColour = !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  let hasProgress = false
  const clear = () => {
    if (hasProgress) stderr.write('\r\u001B[K')
    hasProgress = false
  }
  return {
    out: (text) =>
      new Promise((resolve) => {
        if (stdout.write(text)) resolve()
        else stdout.once('drain', resolve)
      }),
    error: (text) => {
      clear()
      stderr.write(text)
    },
    progress: (text) => {
      if (!stderr.isTTY) return
      clear()
      stderr.write(text)
      hasProgress = text !== ''
    },
    hasColour: { out: mayColour && stdout.isTTY, error: mayColour && stderr.isTTY },
  }
}
