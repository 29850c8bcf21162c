/** What an outgoing message is, which decides its turn and what ends it. Smaller priorities go first. */
interface KindRule {
  priority: number
  /** Only possible while the person's 24-hour window is open; templates need none. */
  freeForm: boolean
  /** A withdrawal takes it down while it is still queued. */
  endsWithConsent: boolean
  /** Leaves only when nothing else for the person is under way. */
  last: boolean
}

const rule = (priority: number, freeForm: boolean, endsWithConsent: boolean, last = false): KindRule => ({
  priority,
  freeForm,
  endsWithConsent,
  last,
})

export const KINDS = {
  question: rule(1, true, true),
  receipt: rule(1, true, false, true),
  notice: rule(2, true, false),
  welcome: rule(2, true, true),
  /** What a member writes in the inbox. */
  reply: rule(3, true, false),
  /** One template to one person. */
  template: rule(4, false, true),
  /** A member tries a campaign on a person; it does not count towards the frequency cap. */
  test: rule(4, false, true),
  campaign: rule(9, false, true),
} as const satisfies Record<string, KindRule>

export type Kind = keyof typeof KINDS

/** The kinds of which `property` is true, for SQL. */
export function kindsWith(property: 'freeForm' | 'endsWithConsent' | 'last'): Kind[] {
  return (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind][property])
}
