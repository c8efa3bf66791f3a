import type { Words } from './words.ts'

export type SystemError = NodeJS.ErrnoException & { readonly path: string }

/** Is it a file that can't be opened, read or written? That is never a bug. */
export function isSystemError(problem: unknown): problem is SystemError {
  return problem instanceof Error && 'syscall' in problem && 'path' in problem && typeof problem.path === 'string'
}

/** Why, as far as it is known what to say. */
export function reasonOf({ code = '' }: SystemError, say: Words): string {
  switch (code) {
    case 'ENOENT':
      return say.notThere
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return say.notPermitted
    case 'EISDIR':
      return say.isFolder
    case 'ENOTDIR':
    case 'EEXIST':
      return say.isNoFolder
    case 'ENOSPC':
      return say.noSpace
    default:
      return code
  }
}
