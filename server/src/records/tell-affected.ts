import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { CHAT_LANGUAGES, chatLanguage } from '../consent/index.ts'
import { enqueueMessage } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, createContext, Problem, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { affectedPeople, countReach } from './affected.ts'
import { addTold, type Breach, getBreach } from './breach.ts'
import { AffectedQuery } from './breach-entries.ts'
import { breachLetter, FACTS, Translations } from './breach-text.ts'
import { onceKey } from './reach.ts'

/** Meta's limit for a text. */
const LONGEST = 4_096

export const TellInput = z.object({
  query: AffectedQuery,
  /** The form's facts in other languages; who speaks none of them reads the form's own words. */
  translations: Translations.default({}),
})

const Data = z.object({ businessId: z.uuid(), breachId: z.uuid(), seq: z.number().int() })

export const tellAffectedJob: Job<z.infer<typeof Data>> = {
  name: 'records.tell_affected',
  schema: Data,
  retries: 10,
}

/**
 * Tells the people whom a breach concerns in the chat (Art. 34): only who wrote within the last 24 hours, as an answer to them, so
 * that no template and no consent is needed; the gate looks again when each message leaves. Nobody is told twice. The text is ours
 * with the form's facts in it: there is no room for anything else. All others are on the list (`exportAffected`).
 * @throws Problem `not_found`, `breach_closed`, `facts_missing`, `letter_too_long`, `nobody_reachable`
 */
export async function tellAffected(
  ctx: Context,
  breachId: string,
  input: z.input<typeof TellInput>,
): Promise<Breach> {
  requireRole(ctx, 'dpo')
  const { query, translations } = TellInput.parse(input)
  const { name } = await getBusiness(ctx)
  return withTransaction(ctx, async (tx) => {
    const { state } = await getBreach(tx, breachId)
    if (FACTS.some((part) => state.missing.includes(part))) throw FACTS_MISSING
    const longest = Math.max(
      ...CHAT_LANGUAGES.map(
        (language) => breachLetter(translations[language] ?? state.form, name, language).length,
      ),
    )
    if (longest > LONGEST) throw TOO_LONG
    const reach = await countReach(tx, breachId, query)
    if (reach.reachable === 0) throw NOBODY
    const people = Object.values(reach).reduce((sum, each) => sum + each, 0)
    const { breach, seq } = await addTold(tx, breachId, {
      kind: 'affected',
      query,
      people,
      told: { reachable: reach.reachable, translations },
    })
    await recordAudit(tx, {
      action: 'breach.tell',
      entity: 'breach',
      entityId: breachId,
      after: { seq, people, reachable: reach.reachable },
    })
    await tx.jobs.enqueue(tx, tellAffectedJob, { businessId: tx.businessId, breachId, seq })
    return breach
  })
}

/** Queues the messages of one telling, page by page. Safe to run twice and to be broken off: nobody is told twice. */
export async function runTellAffected(
  runtime: Runtime,
  { businessId, breachId, seq }: z.infer<typeof Data>,
): Promise<void> {
  const ctx = createContext(runtime, businessId, { kind: 'system', job: tellAffectedJob.name })
  const breach = await getBreach(ctx, breachId)
  const entry = breach.entries.find((each) => each.seq === seq)
  if (entry?.kind !== 'affected' || !entry.told) throw new Error('This entry tells nobody anything.')
  const { translations } = entry.told
  const business = await getBusiness(ctx)
  for await (const page of affectedPeople(ctx, breachId, entry.query, ['reachable'])) {
    await withTransaction(ctx, async (tx) => {
      for (const { contactId, channelId, language: wanted } of page) {
        if (!channelId) continue
        const spoken = chatLanguage(wanted, business.language)
        const language = translations[spoken] ? spoken : business.language
        const body = breachLetter(translations[language] ?? breach.state.form, business.name, language)
        await enqueueMessage(tx, {
          contactId,
          channelId,
          kind: 'notice',
          category: 'service',
          body: { type: 'text', text: { body, preview_url: false } },
          dedupeKey: onceKey(breachId, contactId),
        })
      }
    })
  }
}

const FACTS_MISSING = new Problem('conflict', 'facts_missing', {
  de: 'Im Formular fehlt noch, was den Menschen gesagt werden muss: was geschehen ist, welche Daten, Folgen, Maßnahmen und wer Fragen beantwortet (Art. 34 Abs. 2 DSGVO).',
  en: 'The form does not say yet what people must be told: what happened, which data, consequences, measures, and who answers questions (Article 34 (2) GDPR).',
})
const TOO_LONG = new Problem('invalid', 'letter_too_long', {
  de: `Der Text ist länger als die ${LONGEST} Zeichen einer WhatsApp-Nachricht. Bitte fasse dich im Formular oder in der Übersetzung kürzer.`,
  en: `The text is longer than the ${LONGEST} characters of a WhatsApp message. Please be briefer in the form or in the translation.`,
})
const NOBODY = new Problem('conflict', 'nobody_reachable', {
  de: 'Niemand davon hat in den letzten 24 Stunden geschrieben und ist noch nicht benachrichtigt. Lade die Liste und benachrichtige sie per Mail, Post oder Telefon.',
  en: 'None of them wrote within the last 24 hours and is not told yet. Load the list, and tell them by mail, post or phone.',
})
