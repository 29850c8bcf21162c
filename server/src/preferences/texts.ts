import type { ChatLanguage } from '../consent/index.ts'
import { DE } from './texts.de.ts'
import { EN } from './texts.en.ts'
import { ES } from './texts.es.ts'
import { FR } from './texts.fr.ts'
import { IT } from './texts.it.ts'
import { NL } from './texts.nl.ts'

/** Everything the page and its messages in the chat say, in one language. */
export interface PageTexts {
  /** The language's own name, for the switch. */
  name: string
  languages: string
  title: (business: string) => string
  /** Last digits of the number the page is about. */
  whose: (digits: string) => string
  topics: string
  on: string
  off: string
  waiting: string
  turnOff: string
  takeBack: string
  ask: string
  howOn: string
  openChat: string
  /** What a person writes to be answered with this page; the grammar of wishes knows it. */
  word: string
  why: string
  pause: string
  pauseText: string
  pauseDays: (days: number) => string
  paused: (until: string) => string
  resume: string
  stop: string
  /** The right to object, on its own (Art. 21 (4)). */
  stopText: string
  stopAll: string
  stopped: (business: string) => string
  blocked: string
  data: string
  dataText: (business: string) => string
  dataMore: string
  codeWhy: string
  sendCode: string
  writeFirst: string
  codeSent: string
  code: string
  next: string
  wrongCode: (left: number) => string
  deadCode: string
  tooManyCodes: string
  dataReady: string
  dataReadyText: string
  pdf: string
  json: string
  erase: string
  eraseText: string
  eraseGoes: string
  goes: readonly string[]
  eraseStays: string
  stays: readonly string[]
  eraseMore: string
  eraseNow: string
  erased: string
  erasedText: string
  back: string
  doneTopic: (topic: string) => string
  doneAll: string
  donePause: (until: string) => string
  doneResume: string
  doneAsked: (topic: string) => string
  notAsked: string
  wayBack: string
  valid: (until: string) => string
  privacy: string
  imprint: string
  gone: string
  goneText: string
  busy: string
  busyText: string
  failed: string
  failedText: string
  /** Messages in the chat. */
  chat: {
    settings: (business: string, url: string) => string
    change: (url: string) => string
    code: (digits: string, business: string) => string
  }
}

export const TEXTS: Record<ChatLanguage, PageTexts> = { de: DE, en: EN, fr: FR, it: IT, es: ES, nl: NL }
