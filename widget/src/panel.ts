import { CROSS, make, makeButton, makeIcon } from './element.ts'

/** The window of the bubble: a head with the business and a cross, and a body that the steps replace. */
export interface Panel {
  element: HTMLElement
  /** Puts a step into the body. Keyboard focus goes to the title when it was inside the panel. */
  show(step: Step): void
}

/** One step of the way, such as the form or the code. */
export interface Step {
  business?: string
  title: string
  close: string
  language: string
  body: HTMLElement
  busy?: boolean
}

/** Makes the panel, hidden. It is a non-modal dialog: the shop's page stays usable beside it. */
export function makePanel(onClose: () => void): Panel {
  const initial = make('span', { class: 'initial', 'aria-hidden': 'true' })
  const business = make('p', { class: 'business' })
  const title = make('h2', { id: 'title', tabindex: '-1' })
  const cross = makeButton('cross', onClose, makeIcon(CROSS))
  const body = make('div', { class: 'body' })
  const element = make(
    'section',
    {
      id: 'panel',
      class: 'panel',
      role: 'dialog',
      'aria-modal': 'false',
      'aria-labelledby': 'title',
      tabindex: '-1',
      dir: 'auto',
    },
    make('div', { class: 'head' }, initial, make('div', { class: 'names' }, business, title), cross),
    body,
  )
  element.hidden = true

  return {
    element,
    show(step) {
      const focused = element.matches(':focus-within')
      element.lang = step.language
      element.ariaBusy = String(Boolean(step.busy))
      business.textContent = step.business ?? ''
      initial.textContent = [...(step.business ?? '')][0] ?? ''
      title.textContent = step.title
      cross.ariaLabel = step.close
      body.replaceChildren(step.body)
      if (focused) title.focus()
    },
  }
}
