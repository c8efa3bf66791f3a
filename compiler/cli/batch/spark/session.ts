import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { driver } from './driver.ts'
import { driverEnvironment, type Spark } from './find-spark.ts'

/** A row of an answer; decimals, dates, and whole numbers that a number of JavaScript would not hold are texts. */
export type Row = Readonly<Record<string, unknown>>

/** Spark refused a statement, or ended before its time (`isEnd`); `message` is its own. */
export class SparkError extends Error {
  readonly isEnd: boolean

  constructor(message: string, isEnd: boolean) {
    super(message)
    this.name = 'SparkError'
    this.isEnd = isEnd
  }
}

// Of what Spark writes while it works, what could say why it ended.
const LAST_WORDS = 8000

/** A running driver: one statement at a time, in order. */
export class Session {
  readonly #process: ChildProcessWithoutNullStreams
  readonly #waiting: { resolve: (rows: readonly Row[]) => void; reject: (problem: unknown) => void }[] = []
  readonly #isOver: Promise<void>
  #said = ''
  #hasEnded = false

  private constructor(spark: Spark, conf: Readonly<Record<string, string>>, heard: (text: string) => void) {
    const env = driverEnvironment(spark, process.env)
    this.#process = spawn(spark.python, ['-c', driver, JSON.stringify(conf)], { env, stdio: 'pipe' })
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-LAST_WORDS)
      heard(text)
    })
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#answered(line))
    // Writing to a driver that has ended; that it has is told below.
    this.#process.stdin.on('error', () => undefined)
    this.#isOver = new Promise((resolve) => {
      const ended = (): void => {
        this.#hasEnded = true
        for (const { reject } of this.#waiting.splice(0)) reject(new SparkError(this.#said, true))
        resolve()
      }
      this.#process.on('close', ended).on('error', ended)
    })
  }

  /** Starts a driver with this configuration; `heard` is told what Spark writes meanwhile. Throws a SparkError. */
  static async open(
    spark: Spark,
    conf: Readonly<Record<string, string>>,
    heard: (text: string) => void = () => undefined,
  ): Promise<Session> {
    const session = new Session(spark, conf, heard)
    try {
      await session.#answer()
    } catch (problem) {
      await session.close()
      throw problem
    }
    return session
  }

  /** The rows of one statement. Throws a SparkError. */
  query(statement: string): Promise<readonly Row[]> {
    if (this.#hasEnded) return Promise.reject(new SparkError(this.#said, true))
    const rows = this.#answer()
    this.#process.stdin.write(`${JSON.stringify(statement)}\n`)
    return rows
  }

  async close(): Promise<void> {
    this.#process.stdin.end()
    await this.#isOver
  }

  #answer(): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  #answered(line: string): void {
    const waiting = this.#waiting.shift()
    const answer = JSON.parse(line) as { readonly rows: readonly Row[] } | { readonly error: string }
    if ('rows' in answer) waiting?.resolve(answer.rows)
    else waiting?.reject(new SparkError(answer.error, false))
  }
}
