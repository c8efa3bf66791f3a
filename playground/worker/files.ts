import type { Workspace } from '../../compiler/index.ts'
import type { WorkerState } from './state.ts'

export const files = {
  /** The files there are from now on; others are forgotten. */
  setFiles({ workspace }: WorkerState, all: Readonly<Record<string, string>>): null {
    return replace(workspace, all)
  },

  /** The files as they are shipped, where changes of them are to be compared. */
  setShipped({ shipped }: WorkerState, all: Readonly<Record<string, string>>): null {
    return replace(shipped, all)
  },

  setFile({ workspace }: WorkerState, { name, text }: { readonly name: string; readonly text: string }): null {
    workspace.set(name, text)
    return null
  },

  /** The decisions of all files: identifier (`ningbo.employee.settle`), label, editions in the order of the files, and the files about it. */
  decisions({ workspace }: WorkerState) {
    return workspace.decisions()
  },
}

function replace(workspace: Workspace, all: Readonly<Record<string, string>>): null {
  for (const { name } of workspace.files()) if (!(name in all)) workspace.remove(name)
  for (const [name, text] of Object.entries(all)) workspace.set(name, text)
  return null
}
