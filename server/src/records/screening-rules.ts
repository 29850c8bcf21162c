import type { Sentence } from '../platform/index.ts'

/** What the live configuration hints at. */
export interface ScreeningFacts {
  contacts: number
  imports: number
  /** Keys and labels of the declared contact fields. */
  fields: readonly string[]
}

interface ScreeningRule {
  question: Sentence
  /** Where it comes from. WP 248: guidelines of the Article 29 Working Party on DPIA, rev. 01; DSK: list of the German authorities under Art. 35(4). */
  source: string
  /** One such yes is enough; of the others it takes two (WP 248, III.B). */
  alone: boolean
  /** True when what is configured points at a yes. */
  hint?: (facts: ScreeningFacts) => boolean
}

/** From so many people on we call it large scale; our own default, because the law names no number. */
const LARGE_SCALE = 10_000

const anyField = (facts: ScreeningFacts, pattern: RegExp) => facts.fields.some((field) => pattern.test(field))

const SCREENING_RULES = {
  scale: {
    question: {
      de: 'Verarbeitet ihr Daten in großem Umfang (viele Menschen, viele Daten, große Fläche)?',
      en: 'Do you process data on a large scale (many people, much data, a large area)?',
    },
    source: 'WP 248, 5',
    alone: false,
    hint: (facts) => facts.contacts >= LARGE_SCALE,
  },
  scoring: {
    question: {
      de: 'Bewertet ihr Menschen, zum Beispiel mit Punkten, Kaufkraft oder Vorhersagen?',
      en: 'Do you score people, for example by points, spending power or predictions?',
    },
    source: 'WP 248, 1; DSK',
    alone: false,
    hint: (facts) =>
      anyField(facts, /score|scoring|punkte|points|rfm|kaufkraft|bonit|rating|wahrscheinlich|churn/i),
  },
  matching: {
    question: {
      de: 'Führt ihr Daten aus mehreren Quellen zusammen (Shop, Kasse, Dateien, WhatsApp)?',
      en: 'Do you match data from several sources (shop, till, files, WhatsApp)?',
    },
    source: 'WP 248, 6; DSK',
    alone: false,
    hint: (facts) => facts.imports > 0 && facts.fields.length > 0,
  },
  minors: {
    question: {
      de: 'Richtet ihr euch an Minderjährige oder andere besonders Schutzbedürftige?',
      en: 'Do you address minors or other people in need of special protection?',
    },
    source: 'WP 248, 7',
    alone: false,
    hint: (facts) => anyField(facts, /alter\b|age\b|geburt|birth|kind|child|schul|jugend/i),
  },
  location: {
    question: {
      de: 'Nutzt ihr, wo Menschen sich aufhalten oder wohin sie gehen?',
      en: 'Do you use where people are or where they go?',
    },
    source: 'DSK',
    alone: false,
    hint: (facts) =>
      anyField(
        facts,
        /\b(plz|ort|stadt|city|zip)\b|postleit|postcode|location|standort|adresse|address|geo|filiale/i,
      ),
  },
  monitoring: {
    question: {
      de: 'Beobachtet ihr Verhalten systematisch, zum Beispiel Klicks oder Besuche je Person?',
      en: 'Do you monitor behaviour systematically, for example clicks or visits of each person?',
    },
    source: 'WP 248, 3',
    alone: false,
  },
  new_technology: {
    question: {
      de: 'Setzt ihr neue Techniken ein, zum Beispiel KI, die mit Menschen schreibt?',
      en: 'Do you use new technology, for example AI that writes with people?',
    },
    source: 'WP 248, 8; DSK',
    alone: false,
  },
  special_category: {
    question: {
      de: 'Geht es um Gesundheit, Religion, politische Meinung oder andere besonders geschützte Daten?',
      en: 'Is it about health, religion, politics or other specially protected data?',
    },
    source: 'Art. 35(3)(b); WP 248, 4',
    alone: true,
  },
  automated_decision: {
    question: {
      de: 'Entscheidet ein Programm allein über etwas, das Menschen erheblich trifft?',
      en: 'Does a program alone decide something that affects people significantly?',
    },
    source: 'Art. 35(3)(a), 22; WP 248, 2',
    alone: true,
  },
} as const satisfies Record<string, ScreeningRule>

export type ScreeningKey = keyof typeof SCREENING_RULES
export const SCREENING_KEYS = Object.keys(SCREENING_RULES) as ScreeningKey[]

export type ScreeningResult = 'required' | 'advised' | 'not_required'

/** The rule's own type, whether it has a hint or not. */
export function ruleOf(key: ScreeningKey): ScreeningRule {
  return SCREENING_RULES[key]
}

/** Questions that the configuration answers with yes (C-56). */
export function hintsOf(facts: ScreeningFacts): ScreeningKey[] {
  return SCREENING_KEYS.filter((key) => ruleOf(key).hint?.(facts) ?? false)
}

/** Whether an assessment of Art. 35 is needed: one grave criterion or two others require it, one other advises it. */
export function judgeScreening(yes: readonly ScreeningKey[]): ScreeningResult {
  if (yes.some((key) => ruleOf(key).alone) || yes.length >= 2) return 'required'
  return yes.length === 1 ? 'advised' : 'not_required'
}
