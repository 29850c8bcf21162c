/** What an outgoing message is, which decides its turn and what ends it. Smaller priorities go first. */
interface KindRule {
  priority: number
  /** Only possible while the person's 24-hour window is open; templates need none. */
  freeForm: boolean
  /** A withdrawal takes it down while it is still queued. */
  endsWithConsent: boolean
  /** Leaves only when nothing else for the person is under way. */
  last: boolean
  /** When its outcome stays unknown it is tried once more: better twice than never. */
  repeatable: boolean
}

type Trait = Exclude<keyof KindRule, 'priority'>

const rule = (priority: number, ...traits: Trait[]): KindRule => ({
  priority,
  freeForm: traits.includes('freeForm'),
  endsWithConsent: traits.includes('endsWithConsent'),
  last: traits.includes('last'),
  repeatable: traits.includes('repeatable'),
})

export const KINDS = {
  /** Somebody waits for it, and tapping either of two does no harm. */
  question: rule(1, 'freeForm', 'endsWithConsent', 'repeatable'),
  /** Exactly one follows a withdrawal (C-30). */
  receipt: rule(1, 'freeForm', 'last'),
  notice: rule(2, 'freeForm'),
  welcome: rule(2, 'freeForm', 'endsWithConsent'),
  /** What a member writes in the inbox; they see that it is in doubt and decide themselves. */
  reply: rule(3, 'freeForm'),
  /** One template to one person. */
  template: rule(4, 'endsWithConsent', 'repeatable'),
  /** A member tries a campaign on a person; it does not count towards the frequency cap. */
  test: rule(4, 'endsWithConsent'),
  campaign: rule(9, 'endsWithConsent'),
} as const satisfies Record<string, KindRule>

export type Kind = keyof typeof KINDS

/** The kinds of which `property` is true, for SQL. */
export function kindsWith(property: Trait): Kind[] {
  return (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind][property])
}
