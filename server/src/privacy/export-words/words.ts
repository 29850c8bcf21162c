import type { Periods } from '../periods.ts'

/** What the printed answer to an access request says, in one language. Formal in fr, it, es and nl, as letters there are. */
export interface ExportWords {
  title: string
  lead: string
  controller: string
  name: string
  contact: string
  notice: string
  created: string
  purposes: string
  recipients: string
  sources: string
  ownSource: string
  retention: string
  keptUntil: string
  rights: string
  rightsText: string
  segments: string
  consents: string
  allTopics: string
  topic: string
  state: string
  since: string
  messages: string
  fromYou: string
  toYou: string
  noText: string
  blockList: string
  blocked: string
  none: string
  when: string
  what: string
  retentions: {
    messages: (periods: Periods) => string
    deliveriesFromWhatsApp: (periods: Periods) => string
    consentHistory: string
    suppression: string
  }
  states: Record<ConsentWord, string>
  sourceKinds: Record<'bubble' | 'qr' | 'link' | 'keyword', string>
  /** What each part of the data is called; a part without a name here is printed under its own. */
  parts: Record<string, string>
  /** What each field is called; one without a name here is printed under its own, so that nothing is left out. */
  fields: Record<string, string>
}

type ConsentWord =
  | 'requested'
  | 'pending'
  | 'asked'
  | 'confirmed'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'suspended'
  | 'superseded'
  | 'invalidated'
  | 'erased'
