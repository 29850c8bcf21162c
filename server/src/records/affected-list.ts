import { recordAudit } from '../audit/index.ts'
import { csvLine } from '../campaigns/index.ts'
import { openContacts } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { type AffectedPerson, affectedPeople, countReach } from './affected.ts'
import type { AffectedQuery } from './breach-entries.ts'
import { REACH, type Reach } from './reach.ts'

const HEADINGS: Record<Language, string[]> = {
  de: ['Name', 'Nummer', 'Sprache', 'Kontakt', 'Im Chat'],
  en: ['Name', 'Number', 'Language', 'Contact', 'In the chat'],
}

const IN_CHAT: Record<Language, Record<Reach, string>> = {
  de: {
    told: 'benachrichtigt',
    waiting: 'Nachricht ist unterwegs',
    reachable: 'noch nicht benachrichtigt, jetzt erreichbar',
    not_arrived: 'nein: die Nachricht kam nicht an',
    window_closed: 'nein: hat zuletzt vor mehr als 24 Stunden geschrieben',
    number_off: 'nein: unsere Nummer ist nicht verbunden',
    never_wrote: 'nein: hat uns nie geschrieben',
  },
  en: {
    told: 'told',
    waiting: 'message is on its way',
    reachable: 'not told yet, reachable now',
    not_arrived: 'no: the message did not arrive',
    window_closed: 'no: wrote last more than 24 hours ago',
    number_off: 'no: our number is not connected',
    never_wrote: 'no: never wrote to us',
  },
}

/** Fields that say where a person can be told outside of the chat; nothing else of the person belongs on this list. */
const WAYS =
  /e[-_ ]?mail|adress|address|stra(ss|ß)e|street|hausn|plz|postal|postcode|zip|^(ort|stadt|city|town|land|country)$/i

interface Wanted {
  query: AffectedQuery
  language: Language
  /** Only who is neither told nor on the way: for mail, post or phone. */
  untold: boolean
}

/**
 * The people themselves as CSV, page by page, with the reason where the chat cannot reach them, to tell them by other means
 * (Art. 34). That their data left the system is written to the audit log before the first line.
 */
export async function exportAffected(
  ctx: Context,
  breachId: string,
  { query, language, untold }: Wanted,
): Promise<AsyncIterable<string>> {
  requireRole(ctx, 'dpo')
  const only = untold ? REACH.filter((each) => each !== 'told' && each !== 'waiting') : REACH
  const reach = await countReach(ctx, breachId, query)
  const people = only.reduce((sum, each) => sum + reach[each], 0)
  await withTransaction(ctx, (tx) =>
    recordAudit(tx, {
      action: 'breach.export_affected',
      entity: 'breach',
      entityId: breachId,
      after: { people, table: query.table, untold },
    }),
  )
  return lines(ctx, language, affectedPeople(ctx, breachId, query, only))
}

async function* lines(
  ctx: Context,
  language: Language,
  pages: AsyncIterable<AffectedPerson[]>,
): AsyncGenerator<string> {
  const fields = (
    await ctx.db
      .selectFrom('contact_field')
      .select(['key', 'label'])
      .where('business_id', '=', ctx.businessId)
      .orderBy('key')
      .execute()
  ).filter(({ key, label }) => WAYS.test(key) || WAYS.test(label))
  // The mark tells spreadsheets that this is UTF-8.
  yield `\uFEFF${csvLine([...HEADINGS[language], ...fields.map(({ label }) => label)])}`
  for await (const page of pages) {
    const opened = await openContacts(
      ctx,
      page.map(({ contactId }) => contactId),
    )
    yield page
      .map(({ contactId, reach, attributes }) => {
        const person = opened.get(contactId)
        const ways = fields.map(({ key }) => fieldOf(attributes, key))
        const inChat = IN_CHAT[language][reach]
        return csvLine([
          person?.name ?? null,
          person?.phone ?? null,
          person?.language ?? null,
          contactId,
          inChat,
          ...ways,
        ])
      })
      .join('')
  }
}

function fieldOf(attributes: unknown, key: string): string | null {
  const value = attributes !== null && typeof attributes === 'object' ? Reflect.get(attributes, key) : null
  return value === null || value === undefined ? null : String(value)
}
