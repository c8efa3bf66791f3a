import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { newWorkspace, type Workspace } from '../../editor/workspace.ts'
import { usedData } from '../../files/head.ts'
import { pathFrom } from '../../files/paths.ts'
import { policyFolderOf, policyPathsBelow, readFileAt, type Fault } from './read-folder.ts'

/** The policies of one folder. Names of files are paths from it, with forward slashes. */
export interface Folder {
  readonly workspace: Workspace
  /** The files that could not be read, with the reason. */
  readonly unread: ReadonlyMap<string, Fault>
  /** A file of the folder, to count lines in. */
  readonly documentOf: (name: string) => TextDocument
  readonly uriOf: (name: string) => string
}

export interface Found {
  readonly folder: Folder
  readonly name: string
}

/**
 * The folders that an editor has open. A text that is open stands for the file on the disk, until it is closed. A file
 * outside of them has the folder of its own policies, and a text that is in no file is in the first folder.
 */
export interface Folders {
  add(uri: string): void
  remove(uri: string): void
  open(document: TextDocument): void
  close(uri: string): void
  /** What a watcher reports: a file or folder that came, changed or went. */
  changedOnDisk(uri: string): void
  /** Null for what belongs to no folder that is known. */
  find(uri: string): Found | null
  all(): readonly Folder[]
}

interface Rooted extends Folder {
  /** Null for texts that are in no file, where no folder is open. */
  readonly path: string | null
  readonly read: (name: string) => void
  readonly set: (name: string, uri: string, document: TextDocument) => void
  readonly unset: (name: string) => void
}

export function newFolders(): Folders {
  const added = new Map<string, Rooted>()
  const around = new Map<string, Rooted>()
  let loose: Rooted | null = null

  const folderAt = (path: string): Rooted | null => {
    for (const known of [added, around]) {
      const all = [...known.values()].filter((folder) => isBelow(path, folder.path))
      const [innermost] = all.toSorted((a, b) => (b.path ?? '').length - (a.path ?? '').length)
      if (innermost !== undefined) return innermost
    }
    return null
  }
  const find = (uri: string): (Found & { readonly folder: Rooted }) | null => {
    const path = pathOf(uri)
    if (path === null) {
      const [first] = added.values()
      loose ??= newFolder(null)
      return { folder: first ?? loose, name: looseName(uri) }
    }
    const folder = folderAt(path)
    return folder === null ? null : { folder, name: nameIn(folder.path ?? '', path) }
  }

  return {
    add: (uri) => {
      const path = pathOf(uri)
      if (path !== null && !added.has(path)) added.set(path, newFolder(path))
    },
    remove: (uri) => {
      added.delete(pathOf(uri) ?? '')
    },
    open: (document) => {
      const path = pathOf(document.uri)
      if (path !== null && folderAt(path) === null) {
        const folder = policyFolderOf(path)
        around.set(folder, newFolder(folder))
      }
      const found = find(document.uri)
      found?.folder.set(found.name, document.uri, document)
    },
    close: (uri) => {
      const found = find(uri)
      found?.folder.unset(found.name)
    },
    changedOnDisk: (uri) => {
      const found = find(uri)
      if (found === null || pathOf(uri) === null) return
      const { folder, name } = found
      const below = folder.workspace.files().filter((file) => file.name.startsWith(`${name}/`))
      for (const each of [name, ...below.map((file) => file.name)]) folder.read(each)
    },
    find,
    all: () => [...added.values(), ...around.values(), ...(loose === null ? [] : [loose])],
  }
}

/** Reads what there is; what is open stands for what is on the disk. */
function newFolder(path: string | null): Rooted {
  const workspace = newWorkspace()
  const unread = new Map<string, Fault>()
  const open = new Map<string, { readonly uri: string; readonly document: TextDocument }>()
  const documents = new Map<string, TextDocument>()

  const uriOf = (name: string): string => {
    const uri = open.get(name)?.uri
    return uri ?? (path === null ? `untitled:${name}` : pathToFileURL(join(path, name)).href)
  }
  const put = (name: string, text: string): void => {
    workspace.set(name, text)
    for (const target of name.endsWith('.policy') ? usedData(text) : []) {
      const data = pathFrom(name, target)
      if (!workspace.files().some((file) => file.name === data)) read(data)
    }
  }
  const read = (name: string): void => {
    if (open.has(name) || path === null || !/\.(?:policy|csv)$/u.test(name)) return
    const found = readFileAt(join(path, name))
    unread.delete(name)
    if ('text' in found) put(name, found.text)
    else {
      workspace.remove(name)
      if (found.fault !== null) unread.set(name, found.fault)
    }
  }
  if (path !== null) for (const each of policyPathsBelow(path)) read(nameIn(path, each))

  return {
    path,
    workspace,
    unread,
    uriOf,
    read,
    documentOf: (name) => {
      const known = open.get(name)?.document
      if (known !== undefined) return known
      const text = workspace.files().find((file) => file.name === name)?.text ?? ''
      const kept = documents.get(name)
      const document = kept?.getText() === text ? kept : TextDocument.create(uriOf(name), 'daiyu', 0, text)
      documents.set(name, document)
      return document
    },
    set: (name, uri, document) => {
      open.set(name, { uri, document })
      unread.delete(name)
      put(name, document.getText())
    },
    unset: (name) => {
      open.delete(name)
      if (path === null) workspace.remove(name)
      else read(name)
    },
  }
}

const isBelow = (path: string, folder: string | null): boolean => {
  const way = folder === null ? '..' : relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const nameIn = (folder: string, path: string): string => relative(folder, path).split(sep).join('/')

/** `untitled:Untitled-1` is compiled as a policy file of that name. */
function looseName(uri: string): string {
  const name = uri.replace(/^[a-z][\w.+-]*:/iu, '').replaceAll(/^\/+/gu, '')
  return /\.(?:policy|csv)$/u.test(name) ? name : `${name}.policy`
}

function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? resolve(fileURLToPath(uri)) : null
  } catch {
    return null
  }
}
