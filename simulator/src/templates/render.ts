import type { ChatButton, Content } from '../chat.ts'
import { GraphFault } from '../errors.ts'
import type { MediaSource } from '../graph/message-schema.ts'
import { placeLine } from '../places.ts'
import type { Filling } from './fit.ts'
import type { TemplatePiece } from './schema.ts'
import type { Template } from './store.ts'
import { fill } from './variables.ts'

const BODY_LIMIT = 1024
const CARD_LIMIT = 160
const SHARE_CONTACT = 'Share Contact Info'

type MediaUrl = (source: MediaSource) => string

/**
 * The message a person sees when this template arrives, filled. Buttons are numbered through: those of the template,
 * then those of its cards.
 * @param mediaUrl gives the address a phone loads a file from
 * @throws GraphFault 132005 when a filled body is longer than 1,024 characters, or 160 on a card
 */
export function renderTemplate(template: Template, filling: Filling, mediaUrl: MediaUrl): Content {
  const { components } = template
  const content: Content = {
    type: 'template',
    template: template.name,
    ...face(components, filling, mediaUrl),
  }
  checkLength(content.body, BODY_LIMIT)
  const footer = components.find((component) => component.type === 'FOOTER')?.text
  if (footer) content.footer = footer
  const buttons = renderButtons(components, filling, 0)
  const cards = components.find((component) => component.type === 'CAROUSEL')?.cards
  if (cards) {
    content.cards = cards.map((card, index) => {
      const given = filling.cards[index]
      if (!given) throw new GraphFault(132012, `carousel: card ${index} is not filled`)
      const shown = face(card.components, given, mediaUrl)
      checkLength(shown.body, CARD_LIMIT)
      const own = renderButtons(card.components, given, buttons.length)
      buttons.push(...own)
      return { ...shown, buttons: own.map((button) => button.index) }
    })
  }
  if (buttons.length > 0) content.buttons = buttons
  return content
}

function face(
  pieces: readonly TemplatePiece[],
  filling: Filling,
  mediaUrl: MediaUrl,
): Pick<Content, 'header' | 'body'> {
  const find = (type: string): TemplatePiece | undefined => pieces.find((piece) => piece.type === type)
  const header = renderHeader(find('HEADER'), filling, mediaUrl)
  return { ...(header && { header }), body: fill(find('BODY')?.text ?? '', filling.body) }
}

function renderHeader(
  piece: TemplatePiece | undefined,
  filling: Filling,
  mediaUrl: MediaUrl,
): Content['header'] {
  const { media } = filling
  if (piece?.format === 'TEXT') return { format: 'text', text: fill(piece.text ?? '', filling.header) }
  if (media?.image) return { format: 'image', url: mediaUrl(media.image) }
  if (media?.video) return { format: 'video', url: mediaUrl(media.video) }
  if (media?.document) {
    return { format: 'document', text: media.document.filename ?? 'Document', url: mediaUrl(media.document) }
  }
  if (media?.location) return { format: 'location', text: placeLine(media.location) }
  return undefined
}

function checkLength(text: string, limit: number): void {
  if (text.length > limit) {
    throw new GraphFault(132005, `body: the text has ${text.length} characters, at most ${limit} are allowed`)
  }
}

function renderButtons(pieces: readonly TemplatePiece[], filling: Filling, from: number): ChatButton[] {
  const buttons = pieces.find((piece) => piece.type === 'BUTTONS')?.buttons ?? []
  return buttons.map((button, at): ChatButton => {
    const given = filling.buttons.get(at)
    const index = from + at
    const text = button.text ?? ''
    switch (button.type) {
      case 'QUICK_REPLY':
        return { index, kind: 'quick_reply', text, payload: given?.payload ?? text }
      case 'PHONE_NUMBER':
        return { index, kind: 'phone_number', text, url: `tel:${button.phone_number}` }
      case 'COPY_CODE':
        return { index, kind: 'copy_code', text: given?.coupon_code ?? '' }
      case 'REQUEST_CONTACT_INFO':
        return { index, kind: 'contact_info', text: SHARE_CONTACT }
      default:
        return { index, kind: 'url', text, url: fill(button.url ?? '', new Map([['1', given?.text ?? '']])) }
    }
  })
}
