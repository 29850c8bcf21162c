const drafts = new Map<string, string>()

const keyOf = (personId: string, phoneNumberId: string) => `${personId}/${phoneNumberId}`

/** Text typed into a chat but not sent yet, so that looking at another phone does not lose it. */
export function readDraft(personId: string, phoneNumberId: string): string {
  return drafts.get(keyOf(personId, phoneNumberId)) ?? ''
}

export function keepDraft(personId: string, phoneNumberId: string, text: string): void {
  if (text) drafts.set(keyOf(personId, phoneNumberId), text)
  else drafts.delete(keyOf(personId, phoneNumberId))
}
