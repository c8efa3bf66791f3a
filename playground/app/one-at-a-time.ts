import { Stopped } from './worker-client.ts'

/**
 * Runs a task whenever it is asked to, but only one run at a time: of what is asked for during a run, one more comes
 * after it. So answers are never older than one run, and nothing queues up while somebody types. What is
 * stopped comes to nothing.
 */
export function oneAtATime(task: () => Promise<void>): () => void {
  let isRunning = false
  let isWanted = false
  const run = async (): Promise<void> => {
    isRunning = true
    try {
      do {
        isWanted = false
        await task().catch((problem: unknown) => {
          if (!(problem instanceof Stopped)) throw problem
        })
      } while (isWanted)
    } finally {
      isRunning = false
    }
  }
  return () => {
    if (isRunning) isWanted = true
    else void run()
  }
}
