import type { Rule } from './rule.ts'
import { CONSENT_RULES } from './rules-consent.ts'
import { PEOPLE_RULES } from './rules-people.ts'
import { WHATSAPP_RULES } from './rules-whatsapp.ts'
import { WITHDRAWAL_RULES } from './rules-withdrawal.ts'

/** Every rule, in the order of their numbers. */
export const RULES: readonly Rule[] = [
  ...CONSENT_RULES,
  ...WITHDRAWAL_RULES,
  ...PEOPLE_RULES,
  ...WHATSAPP_RULES,
]
