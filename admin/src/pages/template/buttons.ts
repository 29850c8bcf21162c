import type { ContentButton } from '../../api/campaign-entities.ts'
import { moved } from './draft.ts'

export type ButtonKind = ContentButton['kind']

/** How many buttons Meta takes, in all and of a kind. */
export type ButtonLimits = { total: number } & Partial<Record<ButtonKind, number>>

export const messageLimits: ButtonLimits = {
  total: 10,
  quick_reply: 10,
  url: 2,
  phone_number: 1,
  copy_code: 1,
}
export const cardLimits: ButtonLimits = { total: 2, quick_reply: 2, url: 2, phone_number: 1 }

const isReply = (button: ContentButton) => button.kind === 'quick_reply'

export function freshButton(kind: ButtonKind): ContentButton {
  switch (kind) {
    case 'quick_reply':
      return { kind, text: '' }
    case 'url':
      return { kind, text: '', url: 'https://' }
    case 'phone_number':
      return { kind, text: '', phone: '+' }
    case 'copy_code':
      return { kind, code: '' }
  }
}

/** Whether one more of a kind is allowed. */
export const mayAdd = (buttons: readonly ContentButton[], kind: ButtonKind, limits: ButtonLimits): boolean =>
  buttons.length < limits.total &&
  buttons.filter((button) => button.kind === kind).length < (limits[kind] ?? 0)

/** Adds a button at the end of its group: Meta wants all quick replies together, before or after the others. */
export function withButton(buttons: readonly ContentButton[], added: ContentButton): ContentButton[] {
  const last = buttons.findLastIndex((button) => isReply(button) === isReply(added))
  const at = last === -1 ? buttons.length : last + 1
  return [...buttons.slice(0, at), added, ...buttons.slice(at)]
}

/** Moves a button; one that leaves its group takes the group along, so that no order comes about that Meta refuses. */
export function movedButton(buttons: readonly ContentButton[], from: number, to: number): ContentButton[] {
  const [moving, target] = [buttons[from], buttons[to]]
  if (!moving || !target) return [...buttons]
  if (isReply(moving) === isReply(target)) return moved(buttons, from, to)
  const own = buttons.filter((button) => isReply(button) === isReply(moving))
  const others = buttons.filter((button) => isReply(button) !== isReply(moving))
  return from < to ? [...others, ...own] : [...own, ...others]
}
