import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Memory, newWorkspace } from '../../compiler/index.ts'
import type { Side } from '../../playground/worker/sides.ts'
import type { WorkerState } from '../../playground/worker/state.ts'

const folder = join(import.meta.dirname, '..', '..', 'policies')

/** All files of policies/, by the names that the page knows them by. */
export const shippedFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
)

/** A worker that holds the shipped policies, some of them changed. */
export function stateWith(changed: Readonly<Record<string, string>> = {}): WorkerState {
  const state: WorkerState = { workspace: newWorkspace(), shipped: newWorkspace(), memory: new Memory() }
  for (const [name, text] of shippedFiles) {
    state.shipped.set(name, text)
    state.workspace.set(name, changed[name] ?? text)
  }
  return state
}

/** `ningbo.employee.settle@2023`, as the files stand. */
export function side(written: string, more: Partial<Side> = {}): Side {
  const [decision = '', edition = ''] = written.split('@')
  return { decision, edition, readings: {}, isShipped: false, ...more }
}

/** The case that lies beside Ningbo's policy: in work, a tertiary hospital in Ningbo, 100 000 yuan. */
export const ningboCase: unknown = JSON.parse(shippedFiles.get('ningbo/employee.settle.case.json') ?? '')
