/** Milliseconds of processor time: what a task costs, however busy the machine is. */
export function cpuTime(task: () => unknown): number {
  const before = process.cpuUsage()
  task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
