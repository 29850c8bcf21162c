/** What the generated webhooks are about. */
export interface Target {
  phoneNumberId: string
  wabaId: string
  /** As the account writes it, with blanks and plus. */
  displayPhoneNumber: string
  appSecret: string
  /** Digits of people's numbers. */
  phones: readonly string[]
  /** Messages of ours that went out, so that statuses have something to change. */
  messageIds: readonly string[]
  /** Meta's id of a template of ours. */
  templateId: string
  now: Date
}

/** A change of a webhook: its field and its value. */
export type Change = [field: string, value: object]
