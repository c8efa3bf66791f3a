import { en } from '../words-en.ts'
import { zh } from '../words-zh.ts'
import { chosenLanguage } from './language.ts'
import { element } from './element.ts'
import { openPage } from './open-page.ts'

const language = chosenLanguage()
const words = language === 'zh' ? zh : en
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
document.title = words.title

openPage(language, words).catch((problem: unknown) => {
  const message = problem instanceof Error ? problem.message : String(problem)
  document.body.prepend(element('p', { role: 'alert', class: 'banner' }, words.failed(message)))
})
