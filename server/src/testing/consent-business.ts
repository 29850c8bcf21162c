import { createBusiness } from '../businesses/index.ts'
import { recordConsentEvent } from '../consent/record.ts'
import { resolveContact } from '../contacts/index.ts'
import { type Context, createContext, newId, type Runtime, withTransaction } from '../platform/index.ts'

/** A business with one topic and some people whose consent events can be recorded. */
export interface ConsentBusiness {
  ctx: Context
  topicId: string
  contactIds: string[]
  /** Records a consent event as the consent feature does and gives its id; joins the transaction of `tx` when there is one. */
  record(contactId: string, state: string, tx?: Context): Promise<string>
}

export async function createConsentBusiness(
  runtime: Runtime,
  slug: string,
  people: number,
): Promise<ConsentBusiness> {
  const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
  const { id } = await createBusiness(operator, { slug, name: slug, legalName: `${slug} GmbH` })
  const ctx = createContext(runtime, id, { kind: 'member', memberId: newId(), role: 'dpo' })
  const topicId = newId()
  await runtime.db
    .insertInto('topic')
    .values({
      business_id: id,
      topic_id: topicId,
      key: 'newsletter',
      name: JSON.stringify({ de: 'Neuigkeiten', en: 'News' }),
      description: JSON.stringify({ de: '', en: '' }),
      created_at: runtime.clock.now(),
    })
    .execute()
  const contactIds = await withTransaction(ctx, async (tx) => {
    const ids: string[] = []
    for (let i = 0; i < people; i++) {
      ids.push((await resolveContact(tx, { phone: `+49151${10_000_000 + i}`, name: `Anna ${i}` })).contactId)
    }
    return ids
  })
  return {
    ctx,
    topicId,
    contactIds,
    record: (contactId, state, tx = ctx) =>
      withTransaction(tx, (inner) =>
        recordConsentEvent(inner, {
          contactId,
          channelId: id,
          topicId,
          topicKey: 'newsletter',
          type: state,
          state,
          at: inner.clock.now(),
          wordingHash: state === 'withdrawn' ? '' : 'ab'.repeat(32),
          evidence: { how: 'test', text: 'JA' },
        }),
      ),
  }
}
