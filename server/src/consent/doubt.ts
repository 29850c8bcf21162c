import { holdForAge, openContacts } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { businessOf } from './business.ts'
import { say, staffNeeded } from './hooks.ts'
import { NOTES } from './notes.ts'
import { consentPolicy } from './policy.ts'
import { type ChatLanguage, chatLanguage } from './texts.ts'
import { withdraw } from './withdraw.ts'

interface Place {
  contactId: string
  channelId: string
  wamid: string
  at: Date
}

/**
 * Somebody says to be younger than the business admits (C-22): no marketing from now on, one neutral sentence, and a member has
 * to look. Nothing is deleted by a guess; a member who finds it true erases the person.
 * @param told the age in years, null when they only said to be a minor
 * @returns false when the age is no reason to hold anybody
 */
export async function holdTooYoung(
  tx: Context,
  { contactId, channelId, wamid, at }: Place,
  told: { age: number | null; language: ChatLanguage | undefined },
): Promise<boolean> {
  const { minimumAge } = await consentPolicy(tx)
  if (told.age !== null && told.age >= minimumAge) return false
  if (!(await holdForAge(tx, contactId))) return true
  await tx.hooks.run(staffNeeded, tx, { contactId, channelId, why: 'age_hint', at })
  const language = told.language ?? (await languageOf(tx, contactId))
  await tx.hooks.run(say, tx, {
    contactId,
    channelId,
    kind: 'notice',
    body: { type: 'text', text: { body: NOTES[language].tooYoung(minimumAge) } },
    dedupeKey: `age:${wamidDigest(tx, wamid)}`,
  })
  return true
}

/**
 * The number belongs to somebody else by now: whatever was agreed with its old owner ends, nobody writes there any more, and a
 * member has to erase the old owner's data. A recycled number inherits nothing.
 */
export async function leaveStranger(
  tx: Context,
  { text, ...place }: Place & { text: string },
  language: ChatLanguage | undefined,
): Promise<void> {
  const { ended, suppressed } = await withdraw(tx, {
    ...place,
    topicId: null,
    how: 'wrong_person',
    text,
    ...(language ? { language } : {}),
  })
  const { contactId, channelId, at } = place
  if (ended > 0 || suppressed)
    await tx.hooks.run(staffNeeded, tx, { contactId, channelId, why: 'wrong_person', at })
}

async function languageOf(tx: Context, contactId: string): Promise<ChatLanguage> {
  const person = (await openContacts(tx, [contactId])).get(contactId)
  return chatLanguage(person?.language, (await businessOf(tx)).language)
}
