import { chosenLanguage } from './language.ts'

// Monaco reads its words while it is loaded, so that they have to be there before.
const load = (file: string): Promise<unknown> => import(file)
if (chosenLanguage() === 'zh') await load('./monaco-zh.js')
await load('./app.js')
