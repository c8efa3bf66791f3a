import { standardCompletions } from '../../../compiler/editor/standard-kinds.ts'
import { monaco } from '../monaco.ts'
import type { Page } from '../page.ts'
import { POLICY } from './language.ts'
import { rangeOf, type Model } from './models.ts'

type Asked = (
  model: Model,
  position: monaco.IPosition,
) => { readonly file: string; readonly decision: string | null; readonly offset: number }

/** What fits where the cursor is, and the arguments of the function around it. */
export function registerAssistance(page: Page, at: Asked): void {
  const language = page.state.get('language')
  monaco.languages.registerCompletionItemProvider(POLICY, {
    triggerCharacters: ['|', '（', '('],
    async provideCompletionItems(model, position) {
      const found = await page.call('completion', { ...at(model, position), language })
      const suggestions = found.map(({ text, kind, detail, other, span }, index): monaco.languages.CompletionItem => ({
        label: { label: text, description: other ?? detail },
        detail,
        kind: monaco.languages.CompletionItemKind[standardCompletions[kind]],
        insertText: text,
        // Found by either name, in the order given.
        filterText: other === null ? text : `${text} ${other}`,
        sortText: String(index).padStart(5, '0'),
        range: rangeOf(model, span),
      }))
      return { suggestions }
    },
  })
  monaco.languages.registerSignatureHelpProvider(POLICY, {
    signatureHelpTriggerCharacters: ['(', '（', '、', ','],
    async provideSignatureHelp(model, position) {
      const found = await page.call('signatureHelp', { ...at(model, position), language })
      if (!found) return null
      const { label, about, parameters, active } = found
      const signature = { label, documentation: about, parameters: parameters.map((each) => ({ label: each })) }
      return { value: { signatures: [signature], activeSignature: 0, activeParameter: active }, dispose: () => {} }
    },
  })
}
