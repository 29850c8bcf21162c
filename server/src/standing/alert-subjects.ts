import { z } from 'zod'
import type { Role } from '../platform/index.ts'

/** What alerts are about; a member decides for each whether and when a mail comes. */
export const ALERT_SUBJECTS = [
  'account',
  'quality',
  'campaigns',
  'ledger',
  'technical',
  'privacy',
  'people',
] as const
export const AlertSubject = z.enum(ALERT_SUBJECTS)
export type AlertSubject = z.infer<typeof AlertSubject>

/** At once, with the others once a day, or never. */
export const AlertWay = z.enum(['now', 'daily', 'off'])
export type AlertWay = z.infer<typeof AlertWay>

const BY_KIND: Record<string, AlertSubject> = {
  'channel.quality': 'quality',
  'sending.error': 'technical',
}
const BY_ENTITY: Record<string, AlertSubject | null> = {
  channel: 'account',
  sending: 'account',
  template: 'quality',
  campaign: 'campaigns',
  ledger: 'ledger',
  privacy: 'privacy',
  records: 'privacy',
  wording: 'privacy',
  contact_import: 'privacy',
  contact: 'people',
  conversation: 'people',
  // Breaches have mails and a clock of their own (C-55).
  breach: null,
  // Admission writes to those who decide or have asked (C-70).
  admission: null,
}

/** What a kind of notification is about; null when another feature tells it by itself. */
export function subjectOf(kind: string): AlertSubject | null {
  const entity = kind.split('.')[0] ?? ''
  const known = BY_KIND[kind] ?? BY_ENTITY[entity]
  return known === undefined ? 'technical' : known
}

const DEFAULTS: Record<Role, Partial<Record<AlertSubject, AlertWay>>> = {
  owner: {
    account: 'now',
    quality: 'now',
    campaigns: 'now',
    ledger: 'now',
    technical: 'daily',
    privacy: 'daily',
  },
  marketer: { account: 'now', quality: 'now', campaigns: 'now' },
  agent: { account: 'daily', people: 'daily' },
  dpo: { account: 'daily', ledger: 'now', privacy: 'now' },
}

/** What a role hears of while its member has said nothing. */
export function defaultWay(role: Role, subject: AlertSubject): AlertWay {
  return DEFAULTS[role][subject] ?? 'off'
}
