import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Facts, GateStage, OPEN } from '../testing/gate-stage.ts'
import { explain } from './explain.ts'

describe('"why does Anna not get this?"', () => {
  let stage: GateStage
  beforeAll(async () => {
    stage = await GateStage.open()
  })
  afterAll(() => stage.close())

  const campaignOf = async (campaign: Facts['campaign']) => {
    const { campaign_id } = await stage.arrange({ ...OPEN, campaign })
    return campaign_id ?? ''
  }
  const failing = (answer: Awaited<ReturnType<typeof explain>>) =>
    answer?.checks.filter((check) => check.ok === false).map((check) => check.title.en)

  it('C-73: asks about a campaign what its claim asks: whether it runs, and its budget', async () => {
    const { contactId } = await stage.story.person()
    const ask = async (campaign: Facts['campaign']) =>
      explain(stage.ctx, { contactId, campaignId: await campaignOf(campaign) })
    const rich = await ask('rich')
    expect(rich).toMatchObject({ verdict: 'send' })
    const asked = rich?.checks.filter(({ key }) => ['campaign_not_running', 'budget_reached'].includes(key))
    expect(asked?.map(({ ok, title }) => [ok, title.en])).toEqual([
      [true, 'Campaign is running'],
      [true, 'Budget not used up'],
    ])
    const broke = await ask('broke')
    expect([broke?.verdict, failing(broke)]).toEqual(['later', ['Budget of the campaign reached']])
    const paused = await ask('paused')
    expect([paused?.verdict, failing(paused)]).toEqual(['later', ['Campaign is not running']])
    // What it waits for when it was paused because of its budget.
    await sql`update campaign set budget = 0 where name = 'paused'`.execute(stage.ctx.db)
    expect(failing(await ask('paused'))).toEqual([
      'Campaign is not running',
      'Budget of the campaign reached',
    ])
  })

  it('C-73: asks about a message that waits, which does not stand in its own way', async () => {
    const { contactId } = await stage.story.person()
    await sql`insert into sending_policy (business_id, marketing_per_7_days, marketing_per_30_days, quiet_hours, reason, updated_at)
      values (${stage.businessId}, 1, 3, false, 'Tests run at any hour.', ${stage.now})`.execute(stage.ctx.db)
    const { campaignId } = await stage.story.campaign([contactId])
    const ask = () => explain(stage.ctx, { contactId, campaignId })
    expect((await ask())?.verdict).toBe('send')
    await sql`update message set state = 'unknown', sending_at = ${stage.now} where contact_id = ${contactId}`.execute(
      stage.ctx.db,
    )
    expect(failing(await ask())).toEqual([])
  })

  it('C-73: asks for the budgets of the topic and of the business without a campaign, too', async () => {
    const { contactId } = await stage.story.person()
    const { channelId } = stage.story
    const ask = () => explain(stage.ctx, { contactId, channelId, topicId: stage.topicId })
    const budget = (topicId: string | null) =>
      sql`insert into budget (business_id, budget_id, topic_id, period, amount, created_at, updated_at)
        values (${stage.businessId}, ${crypto.randomUUID()}, ${topicId}, 'month', 0, now(), now())`.execute(
        stage.ctx.db,
      )
    await budget(stage.topicId)
    expect(failing(await ask())).toEqual(['Budget of the topic reached'])
    await sql`delete from budget`.execute(stage.ctx.db)
    await budget(null)
    expect(failing(await ask())).toEqual(['Budget of the business reached'])
    await sql`delete from budget`.execute(stage.ctx.db)
    expect(failing(await ask())).toEqual([])
  })

  it('says of every check that passes that it passed', async () => {
    const { contactId } = await stage.story.person()
    const answer = await explain(stage.ctx, { contactId, campaignId: await campaignOf('rich') })
    const heard = answer?.checks.find((check) => check.key === 'just_wrote')
    expect([heard?.ok, heard?.title]).toEqual([
      true,
      { de: 'Nichts Ungelesenes von der Person', en: 'Nothing unread from the person' },
    ])
  })
})
