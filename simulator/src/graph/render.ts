import type { Content } from '../chat.ts'
import { GraphFault } from '../errors.ts'
import { placeLine } from '../places.ts'
import type { World } from '../world.ts'
import type { Interactive, MediaSource, Send } from './message-schema.ts'

/**
 * Where a phone loads a file of a message from: the link itself, or our copy of an upload.
 * @throws GraphFault 131009 for an unknown media id
 */
export function mediaUrl(world: World, source: MediaSource): string {
  if (source.link) return source.link
  if (!source.id || !world.media.find(source.id))
    throw new GraphFault(131009, `Media with the id ${source.id} does not exist.`)
  return `/sim/media/${source.id}`
}

/** What a message that is not a template shows. @throws GraphFault */
export function renderFree(world: World, send: Exclude<Send, { type: 'template' }>): Content {
  switch (send.type) {
    case 'text':
      return { type: 'text', body: send.text.body }
    case 'interactive':
      return renderInteractive(world, send.interactive)
    case 'reaction':
      return { type: 'text', body: send.reaction.emoji }
    case 'image':
      return {
        type: 'image',
        header: { format: 'image', url: mediaUrl(world, send.image) },
        body: send.image.caption ?? '',
      }
    case 'video':
      return {
        type: 'video',
        header: { format: 'video', url: mediaUrl(world, send.video) },
        body: send.video.caption ?? '',
      }
    case 'audio':
      return { type: 'audio', header: { format: 'document', url: mediaUrl(world, send.audio) }, body: '' }
    case 'sticker':
      return { type: 'sticker', header: { format: 'image', url: mediaUrl(world, send.sticker) }, body: '' }
    case 'location':
      return { type: 'location', header: { format: 'location', text: placeLine(send.location) }, body: '' }
    case 'contacts':
      return {
        type: 'contacts',
        body: send.contacts
          .map(({ name, phones }) => [name.formatted_name, phones?.[0]?.phone].filter(Boolean).join(' '))
          .join('\n'),
      }
    case 'document': {
      const text = send.document.filename ?? 'Document'
      return {
        type: 'document',
        header: { format: 'document', text, url: mediaUrl(world, send.document) },
        body: send.document.caption ?? '',
      }
    }
  }
}

function renderInteractive(world: World, message: Interactive): Content {
  const content: Content = { type: 'interactive', body: message.body.text }
  const header = renderHeader(world, message.header)
  if (header) content.header = header
  if (message.footer) content.footer = message.footer.text
  if (message.type === 'button') {
    content.buttons = message.action.buttons.map(({ reply }, index) => ({
      index,
      kind: 'reply',
      text: reply.title,
      id: reply.id,
    }))
  } else if (message.type === 'list') {
    const sections = message.action.sections.map(({ title, rows }) => ({
      ...(title && { title }),
      rows: rows.map(({ id, title: text, description }) => ({
        id,
        title: text,
        ...(description && { description }),
      })),
    }))
    content.list = { button: message.action.button, sections }
    content.buttons = [{ index: 0, kind: 'list', text: message.action.button }]
  } else if (message.type === 'request_contact_info') {
    content.buttons = [{ index: 0, kind: 'contact_info', text: 'Share Contact Info' }]
  } else if (message.type === 'location_request_message') {
    content.buttons = [{ index: 0, kind: 'location', text: 'Send location' }]
  } else {
    const { display_text, url } = message.action.parameters
    content.buttons = [{ index: 0, kind: 'url', text: display_text, url }]
  }
  return content
}

function renderHeader(world: World, header: Interactive['header']): Content['header'] {
  if (!header) return undefined
  switch (header.type) {
    case 'text':
      return { format: 'text', text: header.text }
    case 'image':
      return { format: 'image', url: mediaUrl(world, header.image) }
    case 'video':
      return { format: 'video', url: mediaUrl(world, header.video) }
    case 'document':
      return {
        format: 'document',
        text: header.document.filename ?? 'Document',
        url: mediaUrl(world, header.document),
      }
  }
}
