import type { ShownButton, ShownContent } from './message-content.ts'

/** Every text of a message that may hold variables; a variable behind a link counts as one. */
function textsOf({ header, body, buttons, cards = [] }: ShownContent): string[] {
  return [
    header?.format === 'text' ? header.text : '',
    body,
    ...buttons.map(textOf),
    ...cards.flatMap((card) => [card.body, ...card.buttons.map(textOf)]),
  ]
}

function textOf(button: ShownButton): string {
  if (button.kind === 'copy_code') return button.code
  return button.kind === 'url' && button.suffix?.from === 'variable' ? `{{${button.suffix.name}}}` : ''
}

/** The variables of a message in the order in which people read them, each once. */
export function variablesOf(content: ShownContent): string[] {
  const found = textsOf(content).flatMap((text) => [...text.matchAll(/\{\{([^{}]*)\}\}/g)])
  return [...new Set(found.map((match) => (match[1] ?? '').trim()))].filter(Boolean)
}
