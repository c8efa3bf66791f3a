import { expect, test } from 'vitest'
import { keywordPage } from '../../compiler/reference/keyword-page.ts'
import { builtInWords, keywords } from '../../grammar/keywords.ts'
import { units } from '../../grammar/units.ts'

test('the page of words is that of the tables, and leaves none out', async () => {
  const page = keywordPage(keywords, builtInWords, units)
  for (const { zh, en } of [...keywords, ...builtInWords, ...units]) expect(page).toContain(`| \`${zh}\` | \`${en}\` |`)
  await expect(page).toMatchFileSnapshot('../../compiler/reference/keywords.md')
})
