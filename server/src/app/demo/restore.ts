import { openContacts } from '../../contacts/index.ts'
import type { Context } from '../../platform/index.ts'
import { Content, GONE_STATES, toMetaComponents } from '../../templates/index.ts'

/** More people than this make a start slow; the oldest stay away from the simulated WhatsApp then. */
const MOST = 5_000
const AT_ONCE = 25

interface StoredTemplate {
  id: string
  name: string
  language: string
  category: string
  status: string
  parameter_format: 'NAMED'
  components: object[]
}

/** What the simulator forgets when it ends: the templates that it had approved. */
export async function knownTemplates(ctx: Context): Promise<StoredTemplate[]> {
  const rows = await ctx.db
    .selectFrom('template')
    .select(['meta_id', 'name', 'language', 'category', 'state', 'content'])
    .where('business_id', '=', ctx.businessId)
    .where('meta_id', 'is not', null)
    .where('state', 'not in', ['draft', ...GONE_STATES])
    .execute()
  return rows.map((row) => ({
    id: row.meta_id ?? '',
    name: row.name,
    language: row.language,
    category: row.category.toUpperCase(),
    status: row.state.toUpperCase(),
    parameter_format: 'NAMED',
    components: toMetaComponents(Content.parse(row.content), () => 'restored'),
  }))
}

/** Puts the contacts back on the simulated WhatsApp after a restart, so that yesterday's audience can be written to. */
export async function restorePeople(ctx: Context, simulatorUrl: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('contact')
    .select('contact_id')
    .where('business_id', '=', ctx.businessId)
    .where('erased_at', 'is', null)
    .orderBy('contact_id', 'desc')
    .limit(MOST)
    .execute()
  const people = [
    ...(
      await openContacts(
        ctx,
        rows.map((row) => row.contact_id),
      )
    ).values(),
  ]
  for (let from = 0; from < people.length; from += AT_ONCE) {
    await Promise.all(
      people.slice(from, from + AT_ONCE).map(({ name, phone }) =>
        fetch(`${simulatorUrl}/sim/people`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name: name ?? 'Unbekannt', phone, crowd: true }),
        }),
      ),
    )
  }
}
