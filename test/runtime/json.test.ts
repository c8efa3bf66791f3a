import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../runtime/index.ts'

const issuesOf = (text: string) => {
  const result = readJson(text)
  return result.ok ? [] : result.issues
}

const codesOf = (text: string) => issuesOf(text).map(({ code, path }) => [code, path])

describe('agrees with JSON.parse', () => {
  const parsed = (text: string): { value: unknown } | null => {
    try {
      return { value: JSON.parse(text) }
    } catch {
      return null
    }
  }

  // Either both read the same value, or both refuse, or we refuse for a reason of our own.
  const own = new Set(['json-number', 'json-duplicate-key', 'json-too-deep'])
  // vitest's own equality is misled by keys such as 'constructor', hence node's.
  const compare = (text: string) => {
    const result = readJson(text)
    const expected = parsed(text)
    if (expected === null) expect(result.ok).toBe(false)
    else if (result.ok) expect(isDeepStrictEqual(result.value, expected.value)).toBe(true)
    else for (const { code } of result.issues) expect(own).toContain(code)
  }

  test('on values', () => {
    fc.assert(fc.property(fc.json(), compare))
  })

  test('on values without fractions, which are read', () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.maxSafeInteger(),
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree')),
        fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__'), fc.constant('constructor')), tie('tree')),
      ),
    }))
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space)
        expect(isDeepStrictEqual(readJson(text), { ok: true, value: JSON.parse(text) })).toBe(true)
      }),
    )
  })

  test('on texts that are nearly JSON', () => {
    const pieces =
      '{ } [ ] , : " "a" "b": 1 - 0 . e true nul null \\ \\u12 /**/ \' 中 \\ud800 01 -0 "__proto__": "__proto__"'.split(
        ' ',
      )
    const piece = fc.constantFrom(...pieces, '\n', ' ', '\t', '\u00a0', '\ufeff', '\u0000', '\ud800')
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        compare,
      ),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.json(), fc.nat(), piece, (text, at, other) => {
        const cut = at % (text.length + 1)
        compare(text.slice(0, cut) + other + text.slice(cut))
        compare(text.slice(0, cut) + other + text.slice(cut + 1))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('refuses', () => {
  test('a key given twice', () => {
    expect(codesOf('{"visit":{"tier":1,"tier":2}}')).toEqual([['json-duplicate-key', 'visit.tier']])
    expect(codesOf(String.raw`{"a":1,"\u0061":2}`)).toEqual([['json-duplicate-key', 'a']])
    expect(codesOf('{"__proto__":1,"__proto__":2}')).toEqual([['json-duplicate-key', '__proto__']])
  })

  test('numbers that are not whole, or not exact', () => {
    expect(codesOf('{"a":1.5,"b":[1,2e3],"c":9007199254740992,"d":-9007199254740991}')).toEqual([
      ['json-number', 'a'],
      ['json-number', 'b[1]'],
      ['json-number', 'c'],
    ])
    expect(codesOf('1.0')).toEqual([['json-number', '']])
    expect(codesOf('1e400')).toEqual([['json-number', '']])
  })

  test('what JSON.parse refuses, with line and column', () => {
    expect(issuesOf('{\n  "a": [1,\n    x]}')).toEqual([
      { code: 'json-syntax', path: '', value: '"x"', facts: { reason: 'value', line: 3, column: 5 } },
    ])
    expect(issuesOf('{"a":1')).toMatchObject([{ value: null, facts: { reason: 'comma-or-brace', line: 1, column: 7 } }])
    expect(issuesOf('')).toMatchObject([{ value: null, facts: { reason: 'value', line: 1, column: 1 } }])
    expect(issuesOf('"a')).toMatchObject([{ value: null, facts: { reason: 'closing-quote' } }])
    expect(issuesOf('"a\nb"')).toMatchObject([{ value: '"·"', facts: { reason: 'control-character', column: 3 } }])
    expect(issuesOf('1 2')).toMatchObject([{ value: '"2"', facts: { reason: 'end', column: 3 } }])
  })

  test('nesting above 64 levels, without using up the stack', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(readJson(nested(64)).ok).toBe(true)
    expect(issuesOf(nested(65)).map(({ code }) => code)).toEqual(['json-too-deep'])
    expect(issuesOf('['.repeat(500_000)).map(({ code }) => code)).toEqual(['json-too-deep'])
    expect(issuesOf('{"a":'.repeat(100_000)).map(({ code }) => code)).toEqual(['json-too-deep'])
  })

  test('texts above 1 MiB', () => {
    expect(readJson(`"${'a'.repeat(1024 * 1024 - 2)}"`).ok).toBe(true)
    expect(issuesOf(`"${'a'.repeat(1024 * 1024 - 1)}"`)).toMatchObject([{ code: 'json-too-long' }])
  })

  test('a megabyte of mistakes in little time', () => {
    const start = performance.now()
    expect(issuesOf(`[${'1.5,'.repeat(250_000)}1]`).length).toBe(100)
    expect(issuesOf(`{${'"a":1,'.repeat(150_000)}"b":1}`).length).toBe(100)
    expect(issuesOf(`"${'\\n'.repeat(500_000)}`).length).toBe(1)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

test('keeps __proto__ an ordinary key', () => {
  const result = readJson('{"__proto__":{"polluted":true}}')
  if (!result.ok) throw new Error('refused')
  expect(Object.keys(result.value as object)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(result.value)).toBe(Object.prototype)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
