/** What the page may run and ask for, should markup ever get into it: nothing of that. */
import { expect, it } from 'vitest'
import { browsing } from './page.ts'

const { open } = browsing()

it('runs no script but its own, and asks nobody else', async () => {
  const { page, faults, close } = await open()
  const ran = await page.evaluate(async () => {
    const ran: string[] = []
    Object.assign(window, { note: (what: string) => ran.push(what) })
    const add = (tag: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement => {
      const made = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
      made.textContent = text
      document.body.append(made)
      return made
    }
    add('script', {}, 'note("inline")')
    add('script', { src: 'data:text/javascript,note("data")' })
    add('script', { src: URL.createObjectURL(new Blob(['note("blob")'], { type: 'text/javascript' })) })
    add('button', { onclick: 'note("handler")' }).click()
    add('img', { src: 'data:,x', onerror: 'note("error")' })
    add('a', { href: 'javascript:note("link")' }).click()
    add('iframe', { srcdoc: '<script>parent.note("frame")</script>' })
    add('object', { data: 'data:text/html,<script>parent.note("object")</script>' })
    // The types know no text, which browsers take.
    setTimeout('note("timer")' as unknown as () => void, 0)
    const elsewhere = await fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      () => 'refused',
    )
    await new Promise((resolve) => setTimeout(resolve, 500))
    return [...ran, elsewhere]
  })
  expect(ran).toEqual(['refused'])
  // Each was refused by the policy of the page, not by chance.
  const refused = faults.filter((each) => /Content Security Policy/u.test(each)).join('\n')
  for (const directive of ['script-src', 'connect-src', 'default-src']) expect(refused).toContain(directive)
  await close()
})
