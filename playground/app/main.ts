import { en } from '../words-en.ts'
import { zh } from '../words-zh.ts'
import { chosenLanguage } from './language.ts'
import { showBanner } from './banner.ts'
import { element } from './element.ts'
import { openPage } from './open-page.ts'

const language = chosenLanguage()
const words = language === 'zh' ? zh : en
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
document.title = words.title

// What nobody expected is told; what was stopped, on purpose, isn't.
const tell = (problem: unknown): boolean => {
  const isStopped = problem instanceof Error && problem.name === 'Canceled'
  if (problem instanceof Error && !isStopped) showBanner(words.failed(problem.message), words.close)
  return isStopped
}
window.addEventListener('error', (event) => tell(event.error) && event.preventDefault())
window.addEventListener('unhandledrejection', (event) => tell(event.reason) && event.preventDefault())

openPage(language, words).catch((problem: unknown) => {
  const message = problem instanceof Error ? problem.message : String(problem)
  document.body.prepend(element('p', { role: 'alert', class: 'banner' }, words.failed(message)))
})
