import { createHmac } from 'node:crypto'
import { APP_SECRET, PHONE_NUMBER_ID } from '../seed/shop.ts'

const WABA_ID = '102290129340398'
const NAMES = ['sent', 'delivered', 'read'] as const

/** A webhook as bytes on the wire, with one status in it, as Meta sends it while a campaign runs: three in a row are about one message. */
export function statusRequest(host: string, messageId: string, index: number): Buffer {
  const phone = `49151${String(10_000_000 + (Math.floor(index / NAMES.length) % 50_000_000))}`
  return request(host, {
    statuses: [
      {
        id: `wamid.HBgN${Buffer.from(`${phone}:${messageId}`).toString('base64')}`,
        status: NAMES[index % NAMES.length],
        timestamp: String(Math.floor(Date.now() / 1000)),
        recipient_id: phone,
        recipient_user_id: 'DE.13491208655302741918',
        biz_opaque_callback_data: `jw1.${messageId}`,
        pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' },
      },
    ],
  })
}

/** A webhook with one message in it. @param phone digits */
export function messageRequest(host: string, phone: string, text: string, id: string): Buffer {
  return request(host, {
    contacts: [{ profile: { name: 'Mia Muster' }, wa_id: phone }],
    messages: [
      {
        from: phone,
        id: `wamid.${id}`,
        timestamp: String(Math.floor(Date.now() / 1000)),
        type: 'text',
        text: { body: text },
      },
    ],
  })
}

function request(host: string, value: object): Buffer {
  const metadata = { display_phone_number: '4930123456', phone_number_id: PHONE_NUMBER_ID }
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: WABA_ID,
        changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }],
      },
    ],
  })
  const signature = createHmac('sha256', APP_SECRET).update(body).digest('hex')
  return Buffer.from(
    `POST /webhooks/whatsapp HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n` +
      `User-Agent: facebookexternalua\r\nX-Hub-Signature-256: sha256=${signature}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
