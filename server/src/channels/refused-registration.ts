import { Problem, type Sentence } from '../platform/index.ts'
import type { GraphResult } from '../whatsapp/index.ts'
import { metaRefused } from './ask-meta.ts'

/** Meta's refusals of registering and deregistering, each with what to do. Source: Meta, Cloud API error codes. */
const CURES: Record<number, { code: string; field?: 'pin'; words: Sentence }> = {
  133005: {
    code: 'pin_wrong',
    field: 'pin',
    words: {
      de: 'Diese Nummer hat schon eine andere PIN. Nimm die bisherige, oder setze sie im WhatsApp Manager zurück.',
      en: 'This number has another PIN already. Use that one, or reset it in the WhatsApp Manager.',
    },
  },
  133006: {
    code: 'number_unconfirmed',
    words: {
      de: 'Die Nummer ist noch nicht mit einem Code bestätigt. Bestätige sie im WhatsApp Manager per SMS oder Anruf, dann versuche es noch einmal.',
      en: 'The number was not confirmed with a code yet. Confirm it in the WhatsApp Manager by SMS or call, then try again.',
    },
  },
  133008: {
    code: 'pin_locked',
    field: 'pin',
    words: {
      de: 'Zu oft eine falsche PIN: Meta nimmt vorerst keine mehr an. Warte, oder setze die PIN im WhatsApp Manager zurück.',
      en: 'Too many wrong PINs: Meta takes none for now. Wait, or reset the PIN in the WhatsApp Manager.',
    },
  },
  133009: {
    code: 'pin_too_fast',
    field: 'pin',
    words: {
      de: 'Zu schnell nacheinander. Warte einige Minuten und gib die PIN dann noch einmal ein.',
      en: 'Too fast one after another. Wait some minutes, then enter the PIN again.',
    },
  },
  133015: {
    code: 'number_being_deleted',
    words: {
      de: 'Meta meldet diese Nummer gerade ab. Versuche es in fünf Minuten noch einmal.',
      en: 'Meta is just deregistering this number. Try again in five minutes.',
    },
  },
  133016: {
    code: 'registered_too_often',
    words: {
      de: 'Diese Nummer wurde in drei Tagen zu oft an- und abgemeldet (zehnmal geht). Versuche es nach 72 Stunden noch einmal.',
      en: 'This number was registered and deregistered too often in three days (ten times is possible). Try again after 72 hours.',
    },
  },
}

/** What Meta said no to while a number was registered, deregistered or given a PIN, with the cure where there is one. */
export function registrationRefused(answer: Exclude<GraphResult<unknown>, { ok: true }>): Problem {
  const cure = answer.ok === false ? CURES[answer.error.code] : undefined
  if (!cure) return metaRefused(answer)
  return new Problem('invalid', cure.code, cure.words, cure.field && { [cure.field]: cure.words })
}
