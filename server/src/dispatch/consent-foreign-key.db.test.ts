import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../testing/database.ts'

const BUSINESS = '00000000-0000-7000-8000-000000000001'
const CHANNEL = '00000000-0000-7000-8000-000000000002'
const TOPIC = '00000000-0000-7000-8000-000000000003'
const ANNA = '00000000-0000-7000-8000-00000000000a'
const BEN = '00000000-0000-7000-8000-00000000000b'

/** Guarantee G1 in plain SQL, as somebody in psql would try it: no code of ours stands between. */
describe('the consent foreign key', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>
  const run = (text: string) => sql.raw(text).execute(database.db)

  beforeAll(async () => {
    database = await openTestDatabase()
    await run(
      `insert into business (business_id, slug, name, legal_name, created_at) values ('${BUSINESS}', 'blatt', 'B', 'B GmbH', now())`,
    )
    await run(`insert into channel (business_id, channel_id, name, phone_number_id, waba_id, display_phone_number, verified_name, credentials_sealed, created_at, updated_at)
      values ('${BUSINESS}', '${CHANNEL}', 'c', '1', '2', '+49', 'B', '', now(), now())`)
    await run(
      `insert into topic (business_id, topic_id, key, name, description, created_at) values ('${BUSINESS}', '${TOPIC}', 'news', '{}', '{}', now())`,
    )
    for (const [id, state] of [
      [ANNA, 'confirmed'],
      [BEN, 'pending'],
    ]) {
      await run(
        `insert into contact (business_id, contact_id, created_at, updated_at) values ('${BUSINESS}', '${id}', now(), now())`,
      )
      await run(`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
        values ('${BUSINESS}', '${id}', '${CHANNEL}', '${TOPIC}', '${state}', now(), now())`)
    }
  })
  afterAll(() => database.close())

  const insert = (contact: string, state: string, topic = `'${TOPIC}'`, category = 'marketing') =>
    run(`insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, category, kind, state, created_at)
      values ('${BUSINESS}', date_trunc('month', now()), gen_random_uuid(), '${contact}', '${CHANNEL}', ${topic}, '${category}', 'template', '${state}', now())`)

  it('C-01: refuses a marketing message for someone who has not confirmed', async () => {
    await expect(insert(BEN, 'queued')).rejects.toThrow('message_needs_confirmed_consent')
    await expect(insert(BEN, 'sending')).rejects.toThrow('message_needs_confirmed_consent')
  })

  it('C-08: refuses a marketing message without a topic, which would slip past the key', async () => {
    await expect(insert(BEN, 'queued', 'null')).rejects.toThrow('message_marketing_has_topic')
  })

  it('C-11: accepts one for someone who has, and service messages for anyone', async () => {
    await insert(ANNA, 'queued')
    await insert(BEN, 'queued', 'null', 'service')
  })

  it('C-24: refuses a withdrawal while something is queued, and accepts it once the queue is down', async () => {
    const withdraw = () => run(`update consent set state = 'withdrawn' where contact_id = '${ANNA}'`)
    await expect(withdraw()).rejects.toThrow('message_needs_confirmed_consent')
    await run(`update message set state = 'withheld', reason = 'withdrawn' where contact_id = '${ANNA}'`)
    await withdraw()
  })

  it('refuses to re-queue what was withheld', async () => {
    await expect(run(`update message set state = 'queued' where contact_id = '${ANNA}'`)).rejects.toThrow(
      'message_needs_confirmed_consent',
    )
  })
})
