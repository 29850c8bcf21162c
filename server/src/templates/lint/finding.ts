import type { Sentence } from '../../platform/index.ts'
import type { Content } from '../content.ts'
import type { FindingText } from './finding-text.ts'
import { LAW_TEXTS } from './texts-law.ts'
import { META_TEXTS } from './texts-meta.ts'
import { PART_TEXTS } from './texts-parts.ts'

const TEXTS = { ...META_TEXTS, ...PART_TEXTS, ...LAW_TEXTS }
export type FindingCode = keyof typeof TEXTS

/** What a machine can mend: put over the draft, it takes the finding away. */
export interface Repair {
  name?: string
  category?: 'marketing' | 'utility'
  content?: Content
}

/** Something in a template that Meta refuses, that the law asks for, or that will not look as meant. */
export interface Finding extends FindingText {
  /** Stable name of what was found. */
  code: FindingCode
  /** `name`, `category`, `language`, `header`, `body`, `footer`, `buttons`, `buttons.0`, `cards.1.body`, `samples.first_name` */
  where: string
  repair: Repair | null
}

type Values = Readonly<Record<string, string | number>>

/** Collects findings in the order of the template. */
export class Findings {
  readonly list: Finding[] = []

  add(code: FindingCode, where: string, values: Values = {}, repair: Repair | null = null): void {
    const { rule, severity, message, fix } = TEXTS[code]
    const both = ({ de, en }: Sentence): Sentence => ({ de: fill(de, values), en: fill(en, values) })
    this.list.push({ code, rule, severity, where, message: both(message), fix: both(fix), repair })
  }
}

/** Placeholders stand in angle brackets, since braces are those of variables. */
const fill = (text: string, values: Values): string =>
  text.replace(/<(\w+)>/g, (whole, name: string) => String(values[name] ?? whole))
