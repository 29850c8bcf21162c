import type { Context } from '../platform/index.ts'

/** A host that is told now, and of what; several endpoints on one host are one. */
export interface ToldHost {
  host: string
  events: string[]
}

/** Who is told what changes about people, for the record of processing (Art. 30 (1) (d) GDPR; C-51). */
export async function toldHosts(ctx: Pick<Context, 'db' | 'businessId'>): Promise<ToldHost[]> {
  const rows = await ctx.db
    .selectFrom('endpoint')
    .select(['url', 'events'])
    .where('business_id', '=', ctx.businessId)
    .where('state', '=', 'on')
    .orderBy('endpoint_id')
    .execute()
  const hosts = new Map<string, Set<string>>()
  for (const { url, events } of rows) {
    const { hostname } = new URL(url)
    const told = hosts.get(hostname) ?? new Set()
    for (const event of events) told.add(event)
    hosts.set(hostname, told)
  }
  return [...hosts]
    .map(([host, events]) => ({ host, events: [...events].sort() }))
    .sort((a, b) => a.host.localeCompare(b.host))
}

/** Handler of privacy's `nameRecipients`: the same hosts for the answer to an access request (Art. 15 (1) (c) GDPR; C-37). */
export async function nameToldHosts(ctx: Context, { recipients }: { recipients: string[] }): Promise<void> {
  for (const { host } of await toldHosts(ctx)) recipients.push(`${host} (webhook)`)
}
