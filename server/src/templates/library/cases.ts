import type { Sentence } from '../../platform/index.ts'
import type { LinkSuffix } from '../content.ts'

/** A button of a case; its words come with the language, its address with the business. */
type CaseButton =
  | { kind: 'quick_reply' }
  | { kind: 'url'; path: string; suffix?: LinkSuffix }
  | { kind: 'copy_code'; code: string }

interface Case {
  /** Marketing gets its way out by itself, in the template's language (C-27). */
  category: 'marketing' | 'utility'
  title: Sentence
  /** When to use it, and what it needs. */
  purpose: Sentence
  buttons: readonly CaseButton[]
}

const campaign: LinkSuffix = { from: 'campaign' }
const variable = (name: string): LinkSuffix => ({ from: 'variable', name })

/** The usual messages of shops, salons and carriers, each lawful as it stands. */
export const CASES = {
  double_opt_in: {
    category: 'utility',
    title: { de: 'Anmeldung bestätigen', en: 'Confirm a sign-up' },
    purpose: {
      de: 'Fragt nach, wenn jemand seine Nummer auf einer Seite eingetragen hat (Double-Opt-in). Wirbt mit keinem Wort, sonst wäre es selbst Werbung.',
      en: 'Asks back when somebody entered their number on a page (double opt-in). Does not advertise with a single word, or it would be advertising itself.',
    },
    buttons: [{ kind: 'quick_reply' }, { kind: 'quick_reply' }],
  },
  welcome: {
    category: 'marketing',
    title: { de: 'Willkommen', en: 'Welcome' },
    purpose: {
      de: 'Die erste Nachricht nach dem Ja: was kommt, wie oft, und wie man wieder geht.',
      en: 'The first message after the yes: what comes, how often, and how to leave.',
    },
    buttons: [{ kind: 'url', path: '', suffix: campaign }],
  },
  newsletter: {
    category: 'marketing',
    title: { de: 'Newsletter', en: 'Newsletter' },
    purpose: {
      de: 'Eine Neuigkeit, ein Link. Selten und passend wird gelesen.',
      en: 'One piece of news, one link. What is rare and relevant gets read.',
    },
    buttons: [{ kind: 'url', path: 'news?c=', suffix: campaign }],
  },
  back_in_stock: {
    category: 'marketing',
    title: { de: 'Wieder da', en: 'Back in stock' },
    purpose: {
      de: 'Für Menschen, die bei diesem Artikel auf „Benachrichtigen“ getippt haben: ein eigenes Thema.',
      en: 'For people who tapped “notify me” at this article: a topic of its own.',
    },
    buttons: [{ kind: 'url', path: 'shop?c=', suffix: campaign }],
  },
  sale: {
    category: 'marketing',
    title: { de: 'Angebot mit Code', en: 'Offer with a code' },
    purpose: {
      de: 'Ein Nachlass mit Ende und Code. Das Ende ist ein Datum: falsche Eile ist verboten.',
      en: 'A discount with an end and a code. The end is a date: false hurry is unlawful.',
    },
    buttons: [
      { kind: 'url', path: 'sale?c=', suffix: campaign },
      { kind: 'copy_code', code: '{{code}}' },
    ],
  },
  cart_reminder: {
    category: 'marketing',
    title: { de: 'Erinnerung an den Warenkorb', en: 'Cart reminder' },
    purpose: {
      de: 'Ist Werbung, auch wenn sie hilft: nur mit Einwilligung, und einmal reicht.',
      en: 'Is advertising, even where it helps: only with consent, and once is enough.',
    },
    buttons: [{ kind: 'url', path: 'cart?c=', suffix: campaign }],
  },
  order_confirmed: {
    category: 'utility',
    title: { de: 'Bestellung bestätigt', en: 'Order confirmed' },
    purpose: {
      de: 'Nach dem Kauf. Keine Empfehlungen, keine Gutscheine, keine Bitte um Bewertung (C-64).',
      en: 'After the purchase. No suggestions, no vouchers, no request for a review (C-64).',
    },
    buttons: [{ kind: 'url', path: 'order/', suffix: variable('order') }],
  },
  shipped: {
    category: 'utility',
    title: { de: 'Versandt', en: 'Shipped' },
    purpose: { de: 'Wenn das Paket unterwegs ist.', en: 'When the parcel is on its way.' },
    buttons: [{ kind: 'url', path: 'track/', suffix: variable('tracking') }],
  },
  delivered: {
    category: 'utility',
    title: { de: 'Zugestellt', en: 'Delivered' },
    purpose: {
      de: 'Wenn das Paket da ist, mit einem Weg für den Fall, dass etwas nicht stimmt.',
      en: 'When the parcel is there, with a way out if something is wrong.',
    },
    buttons: [{ kind: 'quick_reply' }],
  },
  booking_confirmed: {
    category: 'utility',
    title: { de: 'Buchung bestätigt', en: 'Booking confirmed' },
    purpose: {
      de: 'Termin, Tisch oder Zimmer: wann, wo, und wie man absagt.',
      en: 'Appointment, table or room: when, where, and how to cancel.',
    },
    buttons: [{ kind: 'quick_reply' }, { kind: 'quick_reply' }],
  },
  appointment_reminder: {
    category: 'utility',
    title: { de: 'Terminerinnerung', en: 'Appointment reminder' },
    purpose: {
      de: 'Am Tag davor. Absagen geht mit einem Tippen.',
      en: 'The day before. Cancelling takes one tap.',
    },
    buttons: [{ kind: 'quick_reply' }, { kind: 'quick_reply' }],
  },
  boarding_reminder: {
    category: 'utility',
    title: { de: 'Einsteigen', en: 'Boarding' },
    purpose: {
      de: 'Vor Abflug oder Abfahrt: wann, wo, welcher Platz.',
      en: 'Before take-off or departure: when, where, which seat.',
    },
    buttons: [{ kind: 'url', path: 'pass/', suffix: variable('booking') }],
  },
  feedback: {
    category: 'marketing',
    title: { de: 'Bitte um Rückmeldung', en: 'Asking for feedback' },
    purpose: {
      de: 'Nach dem Kauf um eine Meinung zu bitten ist Werbung (BGH VI ZR 225/17): nur an Menschen, die dem Thema „Umfragen“ zugestimmt haben.',
      en: 'Asking for an opinion after a purchase is advertising (BGH VI ZR 225/17): only to people who said yes to a topic “surveys”.',
    },
    buttons: [{ kind: 'url', path: 'feedback?c=', suffix: campaign }],
  },
} as const satisfies Record<string, Case>

export type CaseKey = keyof typeof CASES

/** One case in one language. `<business>` becomes the business's name. */
export interface CaseText {
  header?: string
  body: string
  /** Words of the buttons that have some, in the order of the case. */
  buttons: readonly string[]
}

export interface LanguageTexts {
  texts: Record<CaseKey, CaseText>
  /** Examples for variables; invented, of nobody. */
  samples: Record<string, string>
}
