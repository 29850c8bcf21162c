import type { Inbound } from '../consent/index.ts'
import type { InboundContent } from '../whatsapp/index.ts'

type Words = Required<Pick<Inbound, 'text' | 'tap' | 'media'>>

/**
 * The person's own words in a message. An edited message says what it says now: who makes a STOP of it wants to stop. A note to
 * an order is about the order first, as a caption is about its picture. Names on cards and answers in forms are no words to us.
 */
export function wordsOf(content: InboundContent): Words {
  const none: Words = { text: null, tap: null, media: null }
  switch (content.type) {
    case 'text':
      return { ...none, text: content.text }
    case 'button':
      return { ...none, tap: { payload: content.payload, caption: content.text } }
    case 'reply':
      return { ...none, tap: { payload: content.id, caption: content.title } }
    case 'media':
      return { ...none, media: { kind: content.media, caption: content.caption } }
    case 'order':
      return { ...none, media: content.note === null ? null : { kind: 'order', caption: content.note } }
    // What Meta does not pass on may have been anything: of somebody who is held, a member looks at the phone.
    case 'unsupported':
      return { ...none, media: { kind: 'unsupported', caption: null } }
    case 'edit':
      return content.content ? wordsOf(content.content) : none
    default:
      return none
  }
}
