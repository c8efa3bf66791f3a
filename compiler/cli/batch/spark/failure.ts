import { Refusal } from '../../command.ts'
import type { Words } from '../../words.ts'
import { SparkError } from './session.ts'

/** What Spark said went wrong, as a Refusal in a sentence; anything else is given back as it is. */
export function refusalOf(problem: unknown, node: string): unknown {
  if (!(problem instanceof SparkError)) return problem
  return new Refusal(({ spark }) => sentence(problem, node, spark))
}

function sentence({ message, isEnd }: SparkError, node: string, say: Words['spark']): string {
  const [, status, said = ''] = /Subprocess exited with status (\d+)\. Error: ([^]*)/.exec(message) ?? []
  // What a shell says of a program that is not there, or is none.
  if (status === '127' || status === '126') return say.noNode(node)
  if (status !== undefined) return say.evaluatorFailed(status, reasonIn(said))
  return isEnd ? say.ended(reasonIn(message)) : say.failed(reasonIn(message))
}

/** The line that names the error, of the stack traces that Java and Node make of it. */
function reasonIn(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  const caused = lines.findLast((line) => line.startsWith('Caused by: '))
  const told = lines.find((line) => /^(?:\[[A-Z_.]+\]|[\w.$]*(?:Error|Exception): )/.test(line))
  const line = caused?.replace('Caused by: ', '') ?? told ?? lines.find((each) => each !== '') ?? ''
  return line.replace(/^(?:[\w$]+\.)+(?=[\w$]+:)/, '')
}
