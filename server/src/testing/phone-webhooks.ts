export interface Phone {
  name: string
  /** E.164 with plus; null for people with a username only. */
  phone: string | null
  bsuid: string | null
  /** What linked portfolios share of the person. */
  parent?: string
}

/** What a phone sends in one message. */
export interface Part {
  text?: string
  tap?: { payload: string; caption: string }
  /** A contact card with this number; `asked` when it answers a request for the sender's own. */
  card?: { phone: string; asked?: boolean }
  /** Id of the message that is answered. */
  context?: string
  forwarded?: boolean
  at?: Date
  wamid?: string
}

export type IdentityChange = 'user_changed_number' | 'user_changed_user_id'

/** A change that a webhook tells of. */
export interface Change {
  field: 'messages' | 'user_preferences'
  value: object
}

interface Named {
  wamid: string
  at: Date
}

/** A person writes, taps a button or sends a contact card. */
export function written(from: Phone, part: Part, named: Named): Change {
  const context = {
    ...(part.context ? { id: part.context } : {}),
    ...(part.forwarded ? { forwarded: true } : {}),
  }
  return ofMessage(from, named, {
    ...(Object.keys(context).length > 0 ? { context } : {}),
    ...contentOf(from, part),
  })
}

/** A person has a new number or id. */
export const identityChange = (from: Phone, type: IdentityChange, to: Partial<Phone>, named: Named): Change =>
  ofSystem(from, named, {
    type,
    body: 'changed',
    ...(to.phone ? { wa_id: to.phone.slice(1) } : {}),
    ...(to.bsuid ? { user_id: to.bsuid, previous_user_id: from.bsuid } : {}),
  })

/** The chat has a new encryption key. */
export const newKey = (from: Phone, named: Named): Change =>
  ofSystem(from, named, {
    type: 'customer_identity_changed',
    body: 'changed',
    identity: { acknowledged: true, created_timestamp: seconds(named.at), hash: 'DF2lS5v2W6x=' },
  })

/** A person turns WhatsApp's own switch for marketing. */
export const marketingSwitch = (from: Phone, value: 'stop' | 'resume', at: Date): Change => ({
  field: 'user_preferences',
  value: {
    user_preferences: [
      {
        wa_id: from.phone?.slice(1),
        user_id: from.bsuid ?? undefined,
        category: 'marketing_messages',
        value,
        timestamp: Number(seconds(at)),
        detail: 'x',
      },
    ],
  },
})

/** The webhook of one change, as it arrives. */
export const webhookOf = ({ name, phone, bsuid }: Phone, { field, value }: Change): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field,
            value: {
              metadata: { display_phone_number: '1', phone_number_id: '1' },
              contacts: [
                {
                  ...(phone ? { wa_id: phone.slice(1) } : {}),
                  ...(bsuid ? { user_id: bsuid } : {}),
                  profile: { name },
                },
              ],
              ...value,
            },
          },
        ],
      },
    ],
  })

function contentOf(from: Phone, { text, tap, card }: Part): object {
  if (tap)
    return {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: tap.payload, title: tap.caption } },
    }
  if (card)
    return {
      type: 'contacts',
      ...(card.asked ? { origin: 'contact_request/other' } : {}),
      contacts: [
        { name: { formatted_name: from.name }, phones: [{ phone: card.phone, wa_id: card.phone.slice(1) }] },
      ],
    }
  return { type: 'text', text: { body: text ?? '' } }
}

const ofSystem = (from: Phone, named: Named, system: object): Change =>
  ofMessage(from, named, { type: 'system', system })

const ofMessage = ({ phone, bsuid, parent }: Phone, { wamid, at }: Named, content: object): Change => ({
  field: 'messages',
  value: {
    messages: [
      {
        ...(phone ? { from: phone.slice(1) } : {}),
        ...(bsuid ? { from_user_id: bsuid } : {}),
        ...(parent ? { from_parent_user_id: parent } : {}),
        id: wamid,
        timestamp: seconds(at),
        ...content,
      },
    ],
  },
})

const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000))
