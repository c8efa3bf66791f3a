import { element, fragment, type Html } from '../../show/html.ts'
import type { Names } from './names.ts'
import type { Words } from './words.ts'

/** Plain data as tables: a record as rows, a list of records as a table with their keys above. */
export function dataTables(data: unknown, words: Words, names: Names): Html {
  const nameOf = (key: string): string => words.populationKeys[key] ?? names.nameOf(key)
  const cell = (value: unknown): string =>
    isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : names.value(value)
  if (Array.isArray(data)) return list(data, nameOf, cell)
  if (!isRecord(data)) return element('p', {}, cell(data))
  const entries = Object.entries(data)
  const plain = entries.filter(([, value]) => !isRecord(value) && !Array.isArray(value))
  const nested = entries.filter(([, value]) => isRecord(value) || Array.isArray(value))
  return fragment(
    plain.length > 0
      ? element(
          'table',
          { class: 'plain' },
          element(
            'tbody',
            {},
            ...plain.map(([key, value]) =>
              element(
                'tr',
                {},
                element('th', { scope: 'row' }, nameOf(key)),
                element('td', { class: 'amount' }, cell(value)),
              ),
            ),
          ),
        )
      : '',
    ...nested.map(([key, value]) => fragment(element('h3', {}, nameOf(key)), dataTables(value, words, names))),
  )
}

function list(data: readonly unknown[], nameOf: (key: string) => string, cell: (value: unknown) => string): Html {
  const records = data.filter(isRecord)
  if (records.length < data.length || data.length === 0)
    return element('ul', {}, ...data.map((each) => element('li', {}, cell(each))))
  const keys = [...new Set(records.flatMap((each) => Object.keys(each)))]
  return element(
    'table',
    { class: 'plain' },
    element('thead', {}, element('tr', {}, ...keys.map((key) => element('th', { scope: 'col' }, nameOf(key))))),
    element(
      'tbody',
      {},
      ...records.map((each) =>
        element('tr', {}, ...keys.map((key) => element('td', {}, key in each ? cell(each[key]) : ''))),
      ),
    ),
  )
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
