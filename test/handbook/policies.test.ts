/** The handbooks of the policies of the project: nothing that a policy says is missing, and every link leads somewhere. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../../compiler/index.ts'
import { daiyu, newFolder, root } from '../cli/daiyu.ts'
import { data, policies as files } from '../grammar/policies.ts'
import { plain, readPage } from './read-page.ts'

const { policies, problems } = compile([...files, ...data])
const folder = newFolder()
const pagesOf = (name: string) =>
  (['zh', 'en'] as const).map((language) => readFileSync(join(folder, `${name}.${language}.html`), 'utf8'))

beforeAll(() => {
  const { status, error } = daiyu(['build', join(root, 'policies'), '--out', folder, '--target', 'doc'])
  expect({ status, error }).toEqual({ status: 0, error: '' })
})

it('there is a page in each language for every decision', () => {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const names = policies.flatMap(({ id, decision }) => ['en', 'zh'].map((each) => `${id}.${decision.id}.${each}.html`))
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted())
})

it('the contents name the document of each article where there are several', () => {
  const contentsOf = (name: string) => {
    const [page = ''] = pagesOf(name)
    return readPage(/<nav>.*<\/nav>/su.exec(page)?.[0] ?? '').text
  }
  const several = contentsOf('ningbo.employee.accountUse')
  expect(several).toContain('到药店购药有何规定？ 宁波市区职工基本医疗保险政策问答（2023年度版）')
  expect(several).toContain('异地零售店买药的结算方式 浙江省长三角异地就医医保服务指南')
  expect(contentsOf('ningbo.employee.familySharing')).not.toContain('问答（2023年度版）')
})

describe.each(policies.map((policy) => ({ name: `${policy.id}.${policy.decision.id}`, policy })))('$name', (each) => {
  const { name, policy } = each

  it('says all that the policy says', () => {
    const said = [
      policy.label,
      ...policy.sources.map(({ title }) => title),
      ...policy.articles.map(({ title }) => title),
      ...policy.quotes.flatMap(({ text, cites }) => [text, ...cites]),
      ...policy.readings.flatMap((reading) => [
        reading.name,
        reading.statement,
        reading.because,
        ...reading.cites,
        ...reading.alternatives.flatMap((other) => [other.name, other.statement]),
      ]),
      ...policy.items.flatMap(({ item }) =>
        item.kind === 'notFormalised'
          ? [item.text.value, item.because.value, ...item.cites.map(({ text }) => text)]
          : [],
      ),
      ...policy.editions.map(({ edition }) => edition.name.value),
      ...policy.invariants.map(({ item }) => item.label.value),
      ...policy.examples.map(({ item }) => item.label.value),
      ...[...policy.decision.inputs, ...policy.decision.outputs].flatMap(({ fields }) =>
        fields.flatMap(({ label, id, platform }) => [label, id, platform ?? '']),
      ),
      ...policy.names.map(({ label, id }) => (policy.sources.some((source) => source.name === label) ? '' : id)),
    ]
    for (const page of pagesOf(name)) {
      const { text } = readPage(page)
      expect(said.filter((part) => !text.includes(plain(part)))).toEqual([])
    }
  })

  it('says that every example passes', () => {
    for (const page of pagesOf(name)) {
      expect(page.match(/<span class="passes">/g) ?? []).toHaveLength(policy.examples.length)
      expect(page).not.toContain('class="fails"')
    }
  })

  it('has an anchor for every link, once', () => {
    for (const page of pagesOf(name)) {
      const { ids, links } = readPage(page)
      expect(new Set(ids).size).toBe(ids.length)
      const inside = links.filter((link) => link.startsWith('#'))
      expect(inside.filter((link) => !ids.includes(link.slice(1)))).toEqual([])
      const outside = links.filter((link) => !link.startsWith('#'))
      expect(outside.map((link) => readdirSync(folder).includes(link))).toEqual([true])
    }
  })

  it('loads and runs nothing', () => {
    for (const page of pagesOf(name)) {
      expect(readPage(page).elements).not.toContain('script')
      expect(page).not.toMatch(/@import|url\(| src=|https?:/)
    }
  })
})
