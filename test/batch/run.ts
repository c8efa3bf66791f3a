/** `daiyu batch` in this process. */
import { command } from '../../compiler/cli/batch.ts'
import { Refusal, UsageError, type Call } from '../../compiler/cli/command.ts'
import { readArguments } from '../../compiler/cli/read-arguments.ts'
import { wordsIn } from '../../compiler/cli/words.ts'

export interface Result {
  readonly status: number
  readonly out: string
  readonly error: string
}

export async function batch(words: readonly string[], language: Call['language'] = 'en'): Promise<Result> {
  const say = wordsIn(language)
  let [out, error] = ['', '']
  const terminal = {
    out: async (text: string) => void (out += text),
    error: (text: string) => void (error += text),
    progress: () => {},
    hasColour: { out: false, error: false },
  }
  try {
    const status = await command.run({ ...readArguments(words, command), language, words: say, terminal })
    return { status, out, error }
  } catch (problem) {
    if (problem instanceof UsageError) return { status: 2, out, error: problem.says(say) }
    if (problem instanceof Refusal) return { status: 1, out, error: problem.says(say) }
    throw problem
  }
}
