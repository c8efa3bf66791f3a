import type { Form, FormField } from '../../../worker/form.ts'
import { element } from '../../element.ts'
import { isSame } from './case-value.ts'
import { fromTyped } from './typed.ts'
import type { CaseWords } from './words-zh.ts'

/** What a person fills in one field with. */
export interface Control {
  readonly root: HTMLElement
  /** Shows a value of the case, also one that is none of the field's; what stands there for it already is left alone. */
  readonly show: (value: unknown) => void
  /** Says what is wrong with the value; null: nothing. */
  readonly blame: (message: string | null) => void
  readonly focus: () => void
}

export interface Asking {
  readonly form: Form
  readonly words: CaseWords
  readonly nameOf: (named: { readonly id: string; readonly label: string }) => string
}

let lastId = 0

export function newControl(field: FormField, asking: Asking, onChange: (value: unknown) => void): Control {
  const { words, nameOf } = asking
  const id = `field-${++lastId}`
  const widget = widgetFor(field, id, asking, onChange)
  const fault = element('p', { class: 'case-fault', id: `${id}-fault`, hidden: true })
  const note = field.type.optional ? element('span', { class: 'optional' }, words.optional) : null
  const label = element('label', { for: id, title: `${field.label} ${field.id}` }, ...breakable(nameOf(field)), note)
  return {
    root: element('div', { class: 'asked-field' }, label, element('div', { class: 'answer' }, ...widget.parts), fault),
    show: widget.show,
    blame(message) {
      fault.hidden = message === null
      fault.textContent = message ?? ''
      if (message === null) {
        widget.input.removeAttribute('aria-invalid')
        widget.input.removeAttribute('aria-describedby')
      } else {
        widget.input.setAttribute('aria-invalid', 'true')
        widget.input.setAttribute('aria-describedby', fault.id)
      }
    },
    focus: () => widget.input.focus(),
  }
}

/** A name that may be broken where its words begin: person.birthDate. */
function breakable(name: string): readonly Node[] {
  return name.split(/(?<=\.)|(?=[A-Z])/).flatMap((part) => [element('wbr'), new Text(part)])
}

interface Widget {
  readonly input: HTMLElement
  readonly parts: readonly HTMLElement[]
  readonly show: (value: unknown) => void
}

function widgetFor(field: FormField, id: string, asking: Asking, onChange: (value: unknown) => void): Widget {
  const { type, members } = field
  const { words, nameOf } = asking
  switch (type.kind) {
    case 'boolean':
      return chooser(id, [[words.yes, true] as const, [words.no, false] as const], type.optional, words, onChange)
    case 'choice': {
      const options = members.map((member) => [nameOf(member), member.id] as const)
      return chooser(id, options, type.optional, words, onChange)
    }
    case 'date':
      return withPicker(id, 'date', field, words, onChange)
    case 'yearMonth':
      return withPicker(id, 'month', field, words, onChange)
    case 'region':
      return regionPicker(id, field, asking, onChange)
    case 'money':
    case 'rate':
    case 'number':
    case 'months':
    case 'text':
    case 'texts':
      return line(id, field, words, onChange)
  }
}

/** What was typed as a value of the case. What is none of the field's stays as it is, and is refused by the reader. */
function written(text: string, { type }: FormField): unknown {
  if (text === '' && type.optional) return null
  const value = fromTyped(text, type.kind)
  const isWhole = (type.kind === 'months' || type.kind === 'number') && /^-?\d{1,15}$/.test(value)
  return isWhole ? Number(value) : value
}

/** A value of the case as text; what is neither text nor number, as JSON. */
function shownText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

function line(id: string, field: FormField, words: CaseWords, onChange: (value: unknown) => void): Widget {
  const unit = words.unit[field.type.kind] ?? ''
  const isNumber = unit !== '' || field.type.kind === 'rate' || field.type.kind === 'number'
  const input = element('input', {
    id,
    type: 'text',
    class: isNumber ? 'number' : null,
    inputmode: isNumber ? 'decimal' : 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: field.type.kind === 'rate' ? '0.15' : null,
    oninput: () => onChange(written(input.value, field)),
  })
  const parts = unit === '' ? [input] : [input, element('span', { class: 'unit', 'aria-hidden': 'true' }, unit)]
  return { input, parts, show: (value) => showIn(input, value, field) }
}

function showIn(input: HTMLInputElement, value: unknown, field: FormField): void {
  if (value !== undefined && isSame(written(input.value, field), value)) return
  const text = shownText(value)
  if (input.value !== text) input.value = text
}

function chooser(
  id: string,
  options: readonly (readonly [string, unknown])[],
  isOptional: boolean,
  words: CaseWords,
  onChange: (value: unknown) => void,
): Widget {
  const own = isOptional ? [[words.absent, null] as const, ...options] : options
  const select = element(
    'select',
    { id, onchange: () => own[select.selectedIndex] && onChange(own[select.selectedIndex]?.[1]) },
    ...own.map(([name]) => element('option', {}, name)),
  )
  // Stands last, for a value that can't be chosen.
  const foreign = element('option', { disabled: true })
  return {
    input: select,
    parts: [select],
    show(value) {
      const at = own.findIndex(([, each]) => each === value)
      foreign.remove()
      if (at < 0) {
        foreign.textContent = value === undefined ? words.missing : shownText(value).slice(0, 80)
        select.append(foreign)
      }
      select.selectedIndex = at < 0 ? own.length : at
    },
  }
}

/** A date as text, which can be any, and a calendar beside it. */
function withPicker(
  id: string,
  kind: 'date' | 'month',
  field: FormField,
  words: CaseWords,
  onChange: (value: unknown) => void,
): Widget {
  const typed = element('input', {
    id,
    type: 'text',
    class: 'date',
    autocomplete: 'off',
    placeholder: kind === 'date' ? '2023-03-01' : '2023-03',
    oninput: () => onChange(written(typed.value, field)),
  })
  const calendar = element('input', {
    type: kind,
    class: 'calendar',
    tabindex: -1,
    'aria-label': words.calendar,
    onchange: () => {
      if (calendar.value === '') return
      typed.value = calendar.value
      onChange(written(typed.value, field))
    },
    onfocus: () => {
      calendar.value = typed.value
    },
  })
  return { input: typed, parts: [typed, calendar], show: (value) => showIn(typed, value, field) }
}

/** A code of six digits, found by its name where the vocabulary has one. */
function regionPicker(
  id: string,
  field: FormField,
  { form, nameOf }: Asking,
  onChange: (value: unknown) => void,
): Widget {
  const byCode = new Map(form.regions.map((region) => [region.code, region]))
  const name = element('span', { class: 'unit' })
  const showName = (): void => {
    const region = byCode.get(input.value)
    name.textContent = region ? nameOf(region) : ''
  }
  const input = element('input', {
    id,
    type: 'text',
    class: 'code',
    list: `${id}-regions`,
    autocomplete: 'off',
    placeholder: '330200',
    oninput: () => {
      const named = form.regions.find((region) => region.label === input.value || region.id === input.value)
      if (named) input.value = named.code
      showName()
      onChange(written(input.value, field))
    },
  })
  const list = element(
    'datalist',
    { id: `${id}-regions` },
    ...form.regions.map((region) => element('option', { value: region.code }, nameOf(region))),
  )
  return {
    input,
    parts: [input, name, list],
    show(value) {
      showIn(input, value, field)
      showName()
    },
  }
}
