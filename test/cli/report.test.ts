/** `daiyu diff --format html`: a page that can be filed. */
import { expect, it } from 'vitest'
import { readPage } from '../handbook/read-page.ts'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'

it('is one whole page, with the finding and by what it can be checked again', () => {
  const cwd = folderWith()
  const names = ['test.small.settle@2022', 'test.small.settle@2023']
  const { status, out, error } = daiyu(['diff', ...names, '--format', 'html', '--language', 'zh'], { cwd })
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const { text, ids, links } = readPage(out)
  for (const link of links) expect(ids).toContain(link.replace(/^#/, ''))
  // 50 % in 2022, 60 % in 2023: a tenth more of every amount.
  expect(text).toContain('补贴只增不减')
  expect(text).toContain('自付只减不增')
  expect(text).toContain(`npx daiyu diff ${names.join(' ')} --format html`)
  expect(text.match(/[0-9a-f]{64}/g)).toHaveLength(2)
})
