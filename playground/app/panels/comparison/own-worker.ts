import type { Answer, MethodName, Params } from '../../../protocol.ts'
import type { Page } from '../../page.ts'
import { shippedFiles } from '../../shipped.ts'
import { startWorker, type WorkerClient } from '../../worker-client.ts'

/** A worker that goes on from one request to the next, so that what it found is kept, until it is stopped. */
export class OwnWorker {
  readonly #state: Page['state']
  #client: WorkerClient | null = null

  constructor(state: Page['state']) {
    this.#state = state
  }

  /** Asks with the files as they are now. Rejects with `Stopped` where it is stopped first. */
  async call<Name extends MethodName>(
    method: Name,
    params: Params<Name>,
    progress?: (done: number, of: number) => void,
  ): Promise<Answer<Name>> {
    const shipped = await shippedFiles()
    if (!this.#client) {
      this.#client = startWorker()
      void this.#client.call('setShipped', shipped).catch(() => {})
    }
    const client = this.#client
    void client.call('setFiles', this.#state.get('files')).catch(() => {})
    return client.call(method, params, progress)
  }

  stop(): void {
    this.#client?.stop()
    this.#client = null
  }
}
