import type { ChatButton, Content } from '../chat.ts'
import { GraphFault } from '../errors.ts'
import type { MediaSource } from '../graph/message-schema.ts'
import type { Filling } from './fit.ts'
import type { Template } from './store.ts'
import { fill } from './variables.ts'

const BODY_LIMIT = 1024

/**
 * The message a person sees when this template arrives, filled.
 * @param mediaUrl gives the address a phone loads a file from
 * @throws GraphFault 132005 when the filled body is longer than 1,024 characters
 */
export function renderTemplate(
  template: Template,
  filling: Filling,
  mediaUrl: (source: MediaSource) => string,
): Content {
  const content: Content = { type: 'template', body: '', template: template.name }
  for (const component of template.components) {
    const text = component.text ?? ''
    if (component.type === 'BODY') content.body = fill(text, filling.body)
    if (component.type === 'FOOTER') content.footer = text
    if (component.type === 'HEADER' && component.format === 'TEXT') {
      content.header = { format: 'text', text: fill(text, filling.header) }
    }
  }
  const { media } = filling
  if (media?.image) content.header = { format: 'image', url: mediaUrl(media.image) }
  if (media?.video) content.header = { format: 'video', url: mediaUrl(media.video) }
  if (media?.document) {
    content.header = {
      format: 'document',
      text: media.document.filename ?? 'Document',
      url: mediaUrl(media.document),
    }
  }
  if (content.body.length > BODY_LIMIT) {
    throw new GraphFault(
      132005,
      `body: the text has ${content.body.length} characters, at most ${BODY_LIMIT} are allowed`,
    )
  }
  const buttons = renderButtons(template, filling)
  if (buttons.length > 0) content.buttons = buttons
  return content
}

function renderButtons(template: Template, filling: Filling): ChatButton[] {
  const buttons = template.components.find((component) => component.type === 'BUTTONS')?.buttons ?? []
  return buttons.map((button, index): ChatButton => {
    const given = filling.buttons.get(index)
    const text = button.text ?? ''
    if (button.type === 'QUICK_REPLY')
      return { index, kind: 'quick_reply', text, payload: given?.payload ?? text }
    if (button.type === 'PHONE_NUMBER')
      return { index, kind: 'phone_number', text, url: `tel:${button.phone_number}` }
    if (button.type === 'COPY_CODE') return { index, kind: 'copy_code', text: given?.coupon_code ?? '' }
    return { index, kind: 'url', text, url: fill(button.url ?? '', new Map([['1', given?.text ?? '']])) }
  })
}
