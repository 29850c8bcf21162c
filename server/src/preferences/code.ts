import { getBusiness } from '../businesses/index.ts'
import type { ChatLanguage } from '../consent/index.ts'
import { say } from '../consent/index.ts'
import { DAY, newId, withTransaction } from '../platform/index.ts'
import type { Visit } from './link.ts'
import { CODE_LASTS_MS, CODES_PER_DAY, TRIES } from './policy.ts'
import { codeDigest, isSame, newDigits, newProof, secretDigest } from './secret.ts'
import { isWindowOpen } from './settings.ts'
import { TEXTS } from './texts.ts'

export type Purpose = 'data' | 'erasure'

/**
 * Sends six digits into the chat: whoever types them on the page has the number, not only the link (C-37). The one before
 * counts no more.
 */
export async function sendCode(
  visit: Visit,
  purpose: Purpose,
  language: ChatLanguage,
): Promise<{ codeId: string } | 'write_first' | 'too_many'> {
  const { ctx, contactId, channelId, token } = visit
  return withTransaction(ctx, async (tx) => {
    const now = tx.clock.now()
    // One at a time: otherwise two taps at once would both find room under the day's limit.
    await tx.db
      .selectFrom('preference_link')
      .select('created_at')
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .where('channel_id', '=', channelId)
      .forUpdate()
      .execute()
    if (!(await isWindowOpen(tx, visit))) return 'write_first'
    const { count } = await tx.db
      .selectFrom('preference_code')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .where('created_at', '>', new Date(now.getTime() - DAY))
      .executeTakeFirstOrThrow()
    if (Number(count) >= CODES_PER_DAY) return 'too_many'
    await tx.db
      .updateTable('preference_code')
      .set({ expires_at: now })
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .where('expires_at', '>', now)
      .execute()
    const codeId = newId(now)
    const digits = newDigits()
    await tx.db
      .insertInto('preference_code')
      .values({
        business_id: tx.businessId,
        code_id: codeId,
        contact_id: contactId,
        channel_id: channelId,
        purpose,
        code_digest: codeDigest(token, codeId, digits),
        created_at: now,
        expires_at: new Date(now.getTime() + CODE_LASTS_MS),
      })
      .execute()
    const { name } = await getBusiness(tx)
    const shown = `${digits.slice(0, 3)} ${digits.slice(3)}`
    await tx.hooks.run(say, tx, {
      contactId,
      channelId,
      kind: 'notice',
      body: { type: 'text', text: { body: TEXTS[language].chat.code(shown, name) } },
      dedupeKey: `preferences:code:${codeId}`,
    })
    return { codeId }
  })
}

/**
 * Compares what was typed. A right code opens one door once: the proof that comes back stands on the next page and lasts as
 * long as a code does.
 * @param typed with or without spaces
 * @returns `left`: tries that remain; `dead`: too old, used, replaced, or tried too often
 */
export async function tryCode(
  { ctx, contactId, channelId, token }: Visit,
  { purpose, codeId, typed }: { purpose: Purpose; codeId: string; typed: string },
): Promise<{ proof: string } | { left: number } | 'dead'> {
  return withTransaction(ctx, async (tx) => {
    const now = tx.clock.now()
    const code = await tx.db
      .selectFrom('preference_code')
      .select(['code_digest', 'tries'])
      .where('business_id', '=', tx.businessId)
      .where('code_id', '=', codeId)
      .where('contact_id', '=', contactId)
      .where('channel_id', '=', channelId)
      .where('purpose', '=', purpose)
      .where('expires_at', '>', now)
      .where('proof_digest', 'is', null)
      .where('tries', '<', TRIES)
      .forUpdate()
      .executeTakeFirst()
    if (!code) return 'dead'
    const digest = codeDigest(token, codeId, typed.replace(/\D/g, ''))
    const right = isSame(digest, code.code_digest)
    const proof = newProof()
    await tx.db
      .updateTable('preference_code')
      .set(
        right
          ? { proof_digest: secretDigest(proof), expires_at: new Date(now.getTime() + CODE_LASTS_MS) }
          : { tries: code.tries + 1 },
      )
      .where('business_id', '=', tx.businessId)
      .where('code_id', '=', codeId)
      .execute()
    if (right) return { proof }
    const left = TRIES - code.tries - 1
    return left > 0 ? { left } : 'dead'
  })
}

/** Whether a page holds what a right code for this purpose gave it. */
export async function isProven({ ctx, contactId }: Visit, purpose: Purpose, proof: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('preference_code')
    .select('code_id')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('purpose', '=', purpose)
    .where('proof_digest', '=', secretDigest(proof))
    .where('expires_at', '>', ctx.clock.now())
    .executeTakeFirst()
  return row !== undefined
}
