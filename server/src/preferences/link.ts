import { sql } from 'kysely'
import { type Context, createContext, DAY, type Runtime } from '../platform/index.ts'
import { LINK_LASTS_MS, LINKS_PER_DAY } from './policy.ts'
import { businessOfToken, newToken, secretDigest } from './secret.ts'

export interface Chat {
  contactId: string
  channelId: string
}

/** Somebody on a person's page: the one whose chat the link was sent into, or somebody they gave it to. */
export interface Visit extends Chat {
  ctx: Context
  token: string
  expiresAt: Date
}

/**
 * A new link to a person's page, in the caller's transaction; the one before it opens nothing any more.
 * @returns the web address, or null when enough were given out today
 */
export async function issueLink(tx: Context, { contactId, channelId }: Chat): Promise<string | null> {
  const now = tx.clock.now()
  const before = await tx.db
    .selectFrom('preference_link')
    .select('asked_at')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .forUpdate()
    .executeTakeFirst()
  const asked = (before?.asked_at ?? []).filter((at) => now.getTime() - at.getTime() < DAY)
  if (asked.length >= LINKS_PER_DAY) return null
  const token = newToken(tx.businessId)
  const times = [now, ...asked].map((at) => at.toISOString())
  await tx.db
    .insertInto('preference_link')
    .values({
      business_id: tx.businessId,
      contact_id: contactId,
      channel_id: channelId,
      token_digest: secretDigest(token),
      created_at: now,
      expires_at: new Date(now.getTime() + LINK_LASTS_MS),
      asked_at: sql`${times}::timestamptz[]`,
    })
    .onConflict((conflict) =>
      conflict.columns(['business_id', 'contact_id', 'channel_id']).doUpdateSet((eb) => ({
        token_digest: eb.ref('excluded.token_digest'),
        created_at: eb.ref('excluded.created_at'),
        expires_at: eb.ref('excluded.expires_at'),
        asked_at: eb.ref('excluded.asked_at'),
      })),
    )
    .execute()
  return `${tx.config.publicUrl}/p/${token}`
}

/**
 * Whose page a token opens. The look-up goes by a digest of the token, so its time tells nothing about tokens that exist.
 * @returns null for a token that never was, was replaced or revoked, or is too old
 */
export async function openLink(runtime: Runtime, token: string): Promise<Visit | null> {
  const businessId = businessOfToken(token)
  if (!businessId) return null
  const link = await runtime.db
    .selectFrom('preference_link as l')
    .innerJoin('contact as c', (join) =>
      join.onRef('c.business_id', '=', 'l.business_id').onRef('c.contact_id', '=', 'l.contact_id'),
    )
    .select(['l.contact_id', 'l.channel_id', 'l.expires_at'])
    .where('l.business_id', '=', businessId)
    .where('l.token_digest', '=', secretDigest(token))
    .where('l.expires_at', '>', runtime.clock.now())
    .where('c.erased_at', 'is', null)
    .executeTakeFirst()
  if (!link) return null
  const { contact_id: contactId, channel_id: channelId } = link
  return {
    ctx: createContext(runtime, businessId, { kind: 'person', contactId }),
    contactId,
    channelId,
    token,
    expiresAt: link.expires_at,
  }
}

/** Handler of intake's `identityChanged`: a new number may be a new person, who must not open the old one's page (C-39). */
export async function revokeLinks(tx: Context, { contactId }: Pick<Chat, 'contactId'>): Promise<void> {
  for (const table of ['preference_link', 'preference_code'] as const) {
    await tx.db
      .deleteFrom(table)
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .execute()
  }
}
