import { expect, it } from 'vitest'
import { sendSchema } from '../../../simulator/src/graph/message-schema.ts'
import { OutboundContent, outboundMessage } from './outbound.ts'

const file = { id: '17' }
/** One of every kind that can be sent. */
const KINDS: OutboundContent[] = [
  { type: 'text', text: { body: 'Hallo', preview_url: false } },
  { type: 'image', image: { ...file, caption: 'Monstera' } },
  { type: 'video', video: { link: 'https://blatt.example/film.mp4' } },
  { type: 'document', document: { ...file, filename: 'AGB.pdf' } },
  { type: 'audio', audio: file },
  { type: 'sticker', sticker: file },
  { type: 'location', location: { latitude: 52.5, longitude: 13.4, name: 'Laden' } },
  { type: 'contacts', contacts: [{ name: { formatted_name: 'Blatt' }, phones: [{ phone: '+4930123456' }] }] },
  { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '🌱' } },
  {
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: 'Ja?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Ja' } }] },
    },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'list',
      body: { text: 'Was?' },
      action: { button: 'Wählen', sections: [{ rows: [{ id: '1', title: 'Pflanzen' }] }] },
    },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body: { text: 'Sieh nach' },
      action: {
        name: 'cta_url',
        parameters: { display_text: 'Zum Shop', url: 'https://blatt.example' },
      },
    },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'request_contact_info',
      body: { text: 'Nummer?' },
      action: { name: 'request_contact_info' },
    },
  },
  {
    type: 'interactive',
    interactive: {
      type: 'location_request_message',
      body: { text: 'Wo?' },
      action: { name: 'send_location' },
    },
  },
  {
    type: 'template',
    template: {
      name: 'neues',
      language: { code: 'de' },
      components: [
        { type: 'header', parameters: [{ type: 'image', image: file }] },
        { type: 'body', parameters: [{ type: 'text', parameter_name: 'vorname', text: 'Mia' }] },
        {
          type: 'button',
          sub_type: 'quick_reply',
          index: '0',
          parameters: [{ type: 'payload', payload: 'optout:all' }],
        },
      ],
    },
  },
]

it.each(KINDS.map((one) => [one.type === 'interactive' ? one.interactive.type : one.type, one] as const))(
  '%s: is built as WhatsApp takes it',
  (_kind, content) => {
    expect(OutboundContent.parse(content)).toEqual(content)
    for (const address of [{ to: '+4915112345678' }, { recipient: 'DE.123' }]) {
      const sent = outboundMessage(address, content, 'our id')
      expect(sendSchema.safeParse(sent).error?.issues).toBeUndefined()
      expect(sent).toMatchObject({
        ...address,
        messaging_product: 'whatsapp',
        biz_opaque_callback_data: 'our id',
      })
    }
  },
)

it.each([
  ['a key that WhatsApp does not know', { type: 'text', text: { body: 'Hallo', previewUrl: true } }],
  ['the content of another kind', { type: 'text', image: file }],
  ['a kind that there is not', { type: 'poll', poll: {} }],
  ['an address in the content', { type: 'text', text: { body: 'Hallo' }, to: '+4915112345678' }],
  ['a file that is nowhere', { type: 'image', image: { caption: 'Monstera' } }],
  [
    'a button without an id',
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Ja?' },
        action: { buttons: [{ type: 'reply', reply: { title: 'Ja' } }] },
      },
    },
  ],
])('%s is nothing that can be sent', (_what, content) => {
  expect(OutboundContent.safeParse(content).success).toBe(false)
})
