/** What a misspelt word of the language may have been meant to be. */
import { expect, it } from 'vitest'
import { near } from '../../grammar/near.ts'

it.each([
  ['the nearest come first', 'abcdefg', ['abcdexy', 'abcdefx'], ['abcdefx', 'abcdexy']],
  ['two slips are too many in a short word', 'abcdef', ['abcdxy'], []],
  ['three are in a long one', 'abcdefg', ['abcdxyz'], []],
  ['neighbours exchanged are one slip', 'tabel', ['table'], ['table']],
  ['a letter too many, too few or wrong is one', 'rate', ['rates', 'rat', 'rite'], ['rates', 'rat', 'rite']],
  ['one Chinese character is enough of a word', '岁', ['周岁', '个月'], ['周岁']],
  ['one letter is not', 'y', ['year'], []],
  ['four are the most', '年', ['年甲', '年乙', '年丙', '年丁', '年戊'], ['年甲', '年乙', '年丙', '年丁']],
  ['forty letters are still a word', `${'a'.repeat(39)}b`, ['a'.repeat(40)], ['a'.repeat(40)]],
  ['more are none', `${'a'.repeat(40)}b`, ['a'.repeat(41)], []],
])('%s', (_, word, candidates, expected) => {
  expect(near(word, candidates)).toEqual(expected)
})
