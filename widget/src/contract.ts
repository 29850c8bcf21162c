/** A purpose the person can say yes to. */
export interface Topic {
  id: string
  name: string
  description?: string | null
}

/** Every visible sentence, in one language; plain text. `send` and `expired` fall back to built-in words. */
export interface Texts {
  title: string
  intro: string
  consent: string
  submit: string
  pickTopic: string
  phoneLabel: string
  phoneHint: string
  privacy: string
  imprint: string
  close: string
  scan: string
  open: string
  retry: string
  error: string
  minimumAge?: string | null
  send?: string | null
  expired?: string | null
}

/** Answer of `GET /api/v1/public/sources/{publicId}`; in the preview the detail of `jawort:preview`. */
export interface Config {
  business: { name: string; privacyUrl: string; imprintUrl: string }
  language: string
  texts: Texts
  topics: Topic[]
  wordingId: string
}

/** Body of `POST /api/v1/public/sources/{publicId}/requests`. */
export interface Wish {
  topicIds: string[]
  language: string
  wordingId: string
  phone?: string
  pageUrl: string
  build: string
}

/** The prepared message: `link` opens WhatsApp with `text` filled in, `qrSvg` is the same link as a picture. */
export interface Prepared {
  code: string
  text: string
  link: string
  qrSvg: string
  expiresAt: string
}

/** Whether a value from outside has what the form cannot do without. */
export function isConfig(value: unknown): value is Config {
  return (
    isRecord(value) &&
    isRecord(value.business) &&
    isRecord(value.texts) &&
    typeof value.texts.consent === 'string' &&
    Array.isArray(value.topics) &&
    typeof value.wordingId === 'string'
  )
}

/** Whether a value from outside has what the last step cannot do without; its link must be a web address. */
export function isPrepared(value: unknown): value is Prepared {
  return isRecord(value) && typeof value.text === 'string' && isWebAddress(value.link)
}

/** Whether a value is an `http(s)` address: nothing else may become a link on a shop's page. */
export function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value)
}

/** Whether a value is an object whose members can be looked at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
