import type { FormField, FormSection } from '../../../worker/form.ts'
import { element } from '../../element.ts'
import { pathText, valueAt, withValueAt, type Path } from './case-value.ts'
import { newControl, type Asking } from './control.ts'

/** The form of a case: one view of the value, beside its JSON. */
export interface CaseForm {
  readonly root: HTMLElement
  readonly show: (input: unknown) => void
  /** Sentences by the paths of the case that they are about. */
  readonly blame: (faults: ReadonlyMap<string, string>) => void
}

/** `change` hears the whole case after each change. */
export function newForm(asking: Asking, change: (input: unknown) => void): CaseForm {
  let input: unknown = null
  let faults: ReadonlyMap<string, string> = new Map()
  const set = (path: Path, value: unknown): void => {
    input = withValueAt(input, path, value)
    change(input)
  }
  const context: Context = {
    asking,
    at: (path) => valueAt(input, path),
    set,
    // A section that is drawn anew says what was wrong before, until the case is settled again.
    faultAt: (path) => faults.get(path) ?? null,
  }
  const parts = groupsOf(asking.form.sections).map((group) =>
    group.length === 1 && group[0] ? newSection(group[0], context) : newChoice(group, context),
  )
  return {
    root: element(
      'form',
      { class: 'case-form', onsubmit: (event: Event) => event.preventDefault() },
      ...parts.map(({ root }) => root),
    ),
    show(value) {
      input = value
      for (const part of parts) part.show()
    },
    blame(found) {
      faults = found
      for (const part of parts) part.blame()
    },
  }
}

interface Context {
  readonly asking: Asking
  readonly at: (path: Path) => unknown
  readonly set: (path: Path, value: unknown) => void
  readonly faultAt: (path: string) => string | null
}

interface Part {
  readonly root: HTMLElement
  /** Shows what stands in the case now. */
  readonly show: () => void
  readonly blame: () => void
}

/** Sections of which a case has one or the other stand together. */
function groupsOf(sections: readonly FormSection[]): readonly (readonly FormSection[])[] {
  return sections.flatMap((section) => {
    const other = sections.find(({ key }) => key === section.insteadOf)
    if (!other) return [[section]]
    return sections.indexOf(section) < sections.indexOf(other) ? [[section, other]] : []
  })
}

function newSection(section: FormSection, context: Context): Part {
  const name = context.asking.nameOf(section)
  const part = section.isList ? newList(section, context) : newRecord(section.fields, [], context)
  const root = element('fieldset', { class: section.isList ? 'list' : null }, element('legend', {}, name), part.root)
  return { ...part, root }
}

function newRecord(fields: readonly FormField[], below: Path, context: Context): Part {
  const controls = fields.map((field) => {
    const path = [...below, ...field.path.split('.')]
    return { path, control: newControl(field, context.asking, (value) => context.set(path, value)) }
  })
  return {
    root: element('div', { class: 'asked-fields' }, ...controls.map(({ control }) => control.root)),
    show: () => {
      for (const { path, control } of controls) control.show(context.at(path))
    },
    blame: () => {
      for (const { path, control } of controls) control.blame(context.faultAt(pathText(path)))
    },
  }
}

function newList(section: FormSection, context: Context): Part {
  const { key, fields, blank } = section
  const { words, nameOf } = context.asking
  const name = nameOf(section)
  const rows = element('ol', { class: 'rows' })
  const empty = element('p', { class: 'empty' })
  const fault = element('p', { class: 'case-fault', hidden: true })
  let shown: readonly Part[] = []
  const elements = (): readonly unknown[] => {
    const list = context.at([key])
    return Array.isArray(list) ? list : []
  }
  const add = element(
    'button',
    {
      type: 'button',
      onclick: () => {
        context.set([key], [...elements(), blank])
        part.show()
        rows.lastElementChild?.querySelector<HTMLElement>('input, select')?.focus()
      },
    },
    words.add(name),
  )
  const newRow = (index: number): Part => {
    const record = newRecord(fields, [key, index], context)
    const remove = element(
      'button',
      {
        type: 'button',
        class: 'remove',
        'aria-label': words.remove(name, index + 1),
        onclick: () => {
          context.set([key], elements().toSpliced(index, 1))
          part.show()
          add.focus()
        },
      },
      words.removeShort,
    )
    return { ...record, root: element('li', {}, record.root, remove) }
  }
  const part: Part = {
    root: element('div', {}, empty, rows, fault, add),
    show() {
      const list = context.at([key])
      const count = elements().length
      if (count !== shown.length) {
        shown = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, index) => newRow(index))
        rows.replaceChildren(...shown.map(({ root }) => root))
        for (const row of shown) row.blame()
      }
      empty.hidden = count > 0
      empty.textContent = list === undefined || Array.isArray(list) ? words.none(name) : words.notAList
      for (const row of shown) row.show()
    },
    blame() {
      const message = context.faultAt(key)
      fault.hidden = message === null
      fault.textContent = message ?? ''
      for (const row of shown) row.blame()
    },
  }
  return part
}

// Longer lists are for the JSON.
const MOST_ROWS = 100

/** Two inputs of which a case has one: which one is chosen, and what the other had comes back with it. */
function newChoice(sections: readonly FormSection[], context: Context): Part {
  const { words, nameOf } = context.asking
  const left = new Map<string, unknown>(
    sections.map(({ key, isList, blank }) => [key, isList ? [] : valueAt(blank, [key])]),
  )
  const parts = sections.map((section) =>
    section.isList ? newList(section, context) : newRecord(section.fields, [], context),
  )
  const group = `choice-${sections.map(({ key }) => key).join('-')}`
  const radios = sections.map((section) =>
    element('input', { type: 'radio', name: group, onchange: () => take(section) }),
  )
  const fault = element('p', { class: 'case-fault', hidden: true })
  const isThere = ({ key }: FormSection): boolean => context.at([key]) !== undefined
  const take = (taken: FormSection): void => {
    for (const { key } of sections) {
      const value = context.at([key])
      if (value !== undefined) left.set(key, value)
      if (key !== taken.key) context.set([key], undefined)
    }
    if (!isThere(taken)) context.set([taken.key], left.get(taken.key))
    show()
  }
  const show = (): void => {
    const there = sections.filter(isThere)
    for (const [index, section] of sections.entries()) {
      const [radio, part] = [radios[index], parts[index]]
      if (!radio || !part) continue
      radio.checked = there.length === 1 && there[0] === section
      part.root.hidden = !isThere(section)
      if (!part.root.hidden) part.show()
    }
  }
  const [one, other] = sections.map(nameOf)
  return {
    root: element(
      'fieldset',
      {},
      element('legend', {}, words.eitherOf(one ?? '', other ?? '')),
      element(
        'div',
        { class: 'either' },
        ...sections.map((section, index) => element('label', {}, radios[index], nameOf(section))),
      ),
      fault,
      ...parts.map(({ root }) => root),
    ),
    show,
    blame() {
      const messages = sections.flatMap((section, index) => {
        const listSaysIt = section.isList && parts[index]?.root.hidden === false
        return listSaysIt ? [] : (context.faultAt(section.key) ?? [])
      })
      fault.hidden = messages.length === 0
      fault.textContent = messages.join(' ')
      for (const part of parts) part.blame()
    },
  }
}
