import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { limits } from '../../../grammar/limits.ts'
import type { Language } from '../../../grammar/tree.ts'
import { say } from '../../problem/render.ts'
import { isSystemError, reasonOf } from '../system-error.ts'
import { wordsIn } from '../words.ts'

/** A file's text, or why it has none. */
export type Read = { readonly text: string } | { readonly fault: Fault | null }

/** Why a file that is there can't be read, in a sentence. */
export type Fault = (name: string, language: Language) => string

// A folder with more is not one of policies; an editor has to answer all the same.
const MOST_FILES = 5_000
const MOST_FOLDERS = 5_000

/** A policy or data file on the disk; without a fault where there is none. Never throws. */
export function readFileAt(path: string): Read {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats?.isFile()) return { fault: null }
    const most = path.endsWith('.csv') ? limits.dataBytes : limits.bytes
    if (stats.size > most) {
      const facts = { limit: most, found: stats.size }
      return { fault: (_, language) => say({ code: 'text-too-large', facts }, language).title }
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) }
  } catch (problem) {
    if (problem instanceof TypeError) return { fault: (name, language) => wordsIn(language).notUtf8(name) }
    return {
      fault: (name, language) => {
        const words = wordsIn(language)
        return words.cannotUse(name, isSystemError(problem) ? reasonOf(problem, words) : String(problem))
      },
    }
  }
}

/** The policy files in a folder and below it; what can't be read, packages and hidden folders are left alone. */
export function policyPathsBelow(folder: string): readonly string[] {
  const found: string[] = []
  const folders = [folder]
  // The list grows while it is walked.
  for (const each of folders)
    for (const entry of entriesOf(each)) {
      if (found.length >= MOST_FILES) return found
      const isLeftAlone = entry.name.startsWith('.') || entry.name === 'node_modules'
      if (isLeftAlone) continue
      if (entry.isDirectory() && folders.length < MOST_FOLDERS) folders.push(join(each, entry.name))
      else if (isPolicy(entry)) found.push(join(each, entry.name))
    }
  return found
}

/**
 * The folder of the policies that a file belongs to: the outermost around it, as long as each holds policy files itself
 * and is none where everything is thrown together.
 */
export function policyFolderOf(path: string): string {
  const tooWide = new Set([homedir(), tmpdir()])
  let folder = dirname(path)
  for (let around = dirname(folder); around !== dirname(around); around = dirname(around)) {
    if (tooWide.has(around) || !entriesOf(around).some(isPolicy)) break
    folder = around
  }
  return folder
}

const isPolicy = (entry: Dirent): boolean => entry.name.endsWith('.policy') && !entry.isDirectory()

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
