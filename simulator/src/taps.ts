import type { ChatButton, ChatMessage, Content } from './chat.ts'
import { shareLocation, shareOwnNumber } from './doings.ts'
import { write } from './inbound.ts'
import { type Person, Refused } from './people.ts'
import type { World } from './world.ts'

type Json = Record<string, unknown>

/**
 * A person taps a button or a row of a list.
 * @returns what the tap said; for links, calls and codes the message itself, because WhatsApp tells nobody of these
 * @throws Refused 404 or 409
 */
export function tap(
  world: World,
  person: Person,
  target: { messageId: string; index?: number | undefined; rowId?: string | undefined },
): ChatMessage {
  const stored = world.chats.message(target.messageId)
  if (!stored || stored.view.personId !== person.id || stored.view.direction !== 'in') {
    throw new Refused(404, 'This person has no such message from a business.')
  }
  const { view } = stored
  const number = world.numbers.find(view.phoneNumberId)
  if (!number) throw new Refused(404, 'The number of this message is gone.')
  const choice =
    target.rowId === undefined ? view.buttons?.find((one) => one.index === (target.index ?? 0)) : undefined
  const row = view.list?.sections.flatMap((section) => section.rows).find((one) => one.id === target.rowId)
  const said = choice ? sayButton(choice) : row ? sayRow(row) : undefined
  if (!said) throw new Refused(404, 'The message has no such button or row.')
  if (choice && said.wire === undefined && choice.kind !== 'contact_info' && choice.kind !== 'location') {
    mark(world, view, choice.text, person)
    return view
  }
  if (choice?.kind === 'contact_info' || choice?.kind === 'location') {
    mark(world, view, choice.text, person)
    if (choice.kind === 'contact_info') return shareOwnNumber(world, person, number, view.id)
    return shareLocation(world, person, number, { latitude: 52.52, longitude: 13.405 }, view.id)
  }
  const answer = write(world, person, number, {
    content: said.content,
    wire: said.wire ?? {},
    replyTo: view.id,
  })
  mark(world, view, said.content.body, person)
  return answer
}

function mark(world: World, view: ChatMessage, text: string, person: Person): void {
  view.tapped = [...(view.tapped ?? []), text]
  world.events.emit('message', { message: view }, person.crowd)
}

function sayButton(button: ChatButton): { content: Content; wire: Json | undefined } {
  const { kind, text, id, payload } = button
  if (kind === 'quick_reply')
    return { content: { type: 'button', body: text }, wire: { type: 'button', button: { payload, text } } }
  if (kind === 'reply') {
    const interactive = { type: 'button_reply', button_reply: { id, title: text } }
    return { content: { type: 'interactive', body: text }, wire: { type: 'interactive', interactive } }
  }
  return { content: { type: 'button', body: text }, wire: undefined }
}

function sayRow(row: { id: string; title: string; description?: string }): { content: Content; wire: Json } {
  const interactive = { type: 'list_reply', list_reply: row }
  return { content: { type: 'interactive', body: row.title }, wire: { type: 'interactive', interactive } }
}
