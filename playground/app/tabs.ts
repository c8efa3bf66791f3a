import { element } from './element.ts'

export interface Tab {
  readonly id: string
  readonly title: string
  /** Called once, when the tab is first in front. */
  readonly mount: (root: HTMLElement) => void
}

/** Tabs with their panels, by the pattern of ARIA: arrows move between tabs, Tab goes into the panel. */
export function tabs(
  label: string,
  all: readonly Tab[],
  onShow: (id: string) => void,
): { readonly list: HTMLElement; readonly panels: readonly HTMLElement[]; readonly show: (id: string) => void } {
  const mounted = new Set<string>()
  const buttons = all.map(({ id, title }, index) =>
    element(
      'button',
      {
        role: 'tab',
        type: 'button',
        id: `tab-${id}`,
        'aria-controls': `panel-${id}`,
        onclick: () => onShow(id),
        onkeydown: (event: KeyboardEvent) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
          if (step === undefined) return
          const next = (index + step + all.length) % all.length
          buttons[next]?.focus()
          const target = all[next]
          if (target) onShow(target.id)
        },
      },
      title,
    ),
  )
  const panels = all.map(({ id }) =>
    element('div', {
      role: 'tabpanel',
      id: `panel-${id}`,
      'aria-labelledby': `tab-${id}`,
      class: 'panel',
      tabindex: 0,
    }),
  )
  return {
    list: element('div', { role: 'tablist', 'aria-label': label, class: 'tabs' }, ...buttons),
    panels,
    show(id) {
      for (const [index, tab] of all.entries()) {
        const [button, panel] = [buttons[index], panels[index]]
        const isShown = tab.id === id
        button?.setAttribute('aria-selected', String(isShown))
        button?.setAttribute('tabindex', isShown ? '0' : '-1')
        if (!panel) continue
        panel.hidden = !isShown
        if (isShown && !mounted.has(id)) {
          mounted.add(id)
          tab.mount(panel)
        }
      }
    },
  }
}
