import { z } from 'zod'
import type { Sentence } from '../platform/index.ts'
import { errorTitle } from '../whatsapp/index.ts'
import { type Text, text } from './text.ts'
import { BUSINESS_TEXTS } from './texts-business.ts'
import { WHATSAPP_TEXTS } from './texts-whatsapp.ts'

/** What a notification may carry: names of templates, campaigns and channels, states, figures; never anything of a person. */
export const NotificationData = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type NotificationData = z.infer<typeof NotificationData>

const TEXTS: Record<string, Text> = { ...WHATSAPP_TEXTS, ...BUSINESS_TEXTS }

/** Of a kind that nobody wrote a text for. */
const OTHER = text('Neuigkeit', 'News', 'Sieh im Bereich „{entity}“ nach.', 'Have a look at “{entity}”.')

/** A notification in the reader's language. Values that are missing are shown as a dash. */
export function notificationText(
  kind: string,
  data: NotificationData,
  language: 'de' | 'en',
): { title: string; detail: string } {
  const { title, detail } = TEXTS[kind] ?? OTHER
  const values: NotificationData = {
    ...data,
    error: typeof data.code === 'number' ? errorTitle(data.code)[language] : null,
  }
  const fill = (sentence: Sentence) =>
    sentence[language].replace(/\{(\w+)\}/g, (_whole, key: string) =>
      shown(key, values[key] ?? '–', language),
    )
  return { title: fill(title), detail: fill(detail) }
}

/** Values as Meta and the database spell them, in words. */
const VALUES: Record<string, Sentence> = {
  GREEN: { de: 'grün', en: 'green' },
  YELLOW: { de: 'gelb', en: 'yellow' },
  RED: { de: 'rot', en: 'red' },
  UNKNOWN: { de: 'noch ohne Bewertung', en: 'not rated yet' },
  marketing: { de: 'Marketing', en: 'marketing' },
  utility: { de: 'Service', en: 'utility' },
  authentication: { de: 'Einmalcode', en: 'one-time code' },
  connected: { de: 'verbunden', en: 'connected' },
  disconnected: { de: 'getrennt', en: 'disconnected' },
  restricted: { de: 'eingeschränkt', en: 'restricted' },
  banned: { de: 'gesperrt', en: 'banned' },
  APPROVED: { de: 'angenommen', en: 'approved' },
  REJECTED: { de: 'abgelehnt', en: 'refused' },
  DECLINED: { de: 'abgelehnt', en: 'refused' },
  DEFERRED: { de: 'vertagt', en: 'deferred' },
}

/** What people or Meta have called something is nobody's to translate, whatever it looks like. */
const NAMES: readonly string[] = ['name', 'names', 'campaigns', 'topic', 'reason']
/** Numbers that name something instead of counting it. */
const SPELT: readonly string[] = ['code', 'version']
/** What a limit was and is comes as text. */
const LIMITS: readonly string[] = ['before', 'after']

/** Figures, days and states as people write them; prices have up to four places. */
function shown(key: string, value: string | number | boolean, language: 'de' | 'en'): string {
  const spelt = String(value)
  if (NAMES.includes(key)) return spelt
  const word = Object.hasOwn(VALUES, spelt) ? VALUES[spelt] : undefined
  if (word) return word[language]
  if (typeof value === 'number' ? !SPELT.includes(key) : LIMITS.includes(key) && /^\d+$/.test(spelt))
    return Number(value).toLocaleString(language, { maximumFractionDigits: 4 })
  if (!/^\d{4}-\d\d-\d\d$/.test(spelt)) return spelt
  return new Date(spelt).toLocaleDateString(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  })
}
