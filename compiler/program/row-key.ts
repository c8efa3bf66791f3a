import { areaPrefix } from '../../runtime/region.ts'
import type { ConstantValue } from './program.ts'

/** A value of a key column as text: two are the same exactly when their texts are. Null where the cell is empty. */
export function keyText(value: ConstantValue): string | null {
  switch (value.kind) {
    case 'exact':
      return value.exact
    case 'date':
      return value.date
    case 'region':
      return areaPrefix(value.prefix)
    case 'boolean':
      return String(value.is)
    case 'member':
      return value.member
    case 'text':
      return value.text
    case 'openEnded':
    case 'absent':
      return null
  }
}
