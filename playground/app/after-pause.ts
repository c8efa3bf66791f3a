/** Runs a task once nobody has asked for it for so many milliseconds. */
export function afterPause(pause: number, task: () => void): () => void {
  let timer = 0
  return () => {
    clearTimeout(timer)
    timer = window.setTimeout(task, pause)
  }
}
