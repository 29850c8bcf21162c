import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Live } from '../app/live.ts'
import { wire } from '../app/wire.ts'
import { mountWebhooks, processOnce } from '../intake/index.ts'
import { type Api, createServer } from '../platform/http/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { runDispatchOnce } from './index.ts'

const AT_ONCE = 2
const CROWD = 5

/** Meta lets the first messages of a new template out and judges it by people's reactions; the others are held meanwhile. */
describe('messages that Meta holds for their quality', () => {
  let story: Story
  let app: Api
  beforeEach(async () => {
    story = await startStory({
      dials: { pacing: AT_ONCE, tapRate: 0, stopRate: 0, blockRate: 0, readRate: 0 },
    })
    wire(story.runtime, new Live())
    await story.runtime.jobs.prepare()
    app = createServer(story.runtime)
    mountWebhooks(app, story.runtime)
    await story.callback(`${await app.listen({ host: '127.0.0.1', port: 0 })}/webhooks/whatsapp`)
  })
  afterEach(async () => {
    await app.close()
    await story.close()
  })

  /** A campaign, of which some is delivered and the rest is held. */
  async function heldCampaign(): Promise<string> {
    const people = []
    while (people.length < CROWD) people.push(await story.person())
    const { campaignId } = await story.campaign(people.map(({ contactId }) => contactId))
    await runDispatchOnce(story.runtime)
    await expectStates(campaignId, { delivered: AT_ONCE, held: CROWD - AT_ONCE })
    return campaignId
  }

  const expectStates = (campaignId: string, states: Record<string, number>) =>
    vi.waitFor(
      async () => {
        await processOnce(story.runtime)
        expect(await story.states(campaignId)).toEqual(states)
      },
      { timeout: 20_000, interval: 50 },
    )

  async function decide(decision: 'release' | 'drop'): Promise<void> {
    const [template] = await story.sim<{ id: string; held: number }[]>('GET', '/sim/templates')
    expect(template?.held).toBe(CROWD - AT_ONCE)
    await story.sim('POST', `/sim/templates/${template?.id}/pacing`, { decision })
  }

  const campaignState = async (campaignId: string) =>
    (
      await sql<{ state: string }>`select state from campaign where campaign_id = ${campaignId}`.execute(
        story.ctx.db,
      )
    ).rows[0]?.state

  it('are requested once, hold nobody up, and count as delivered when Meta lets them go', async () => {
    const campaignId = await heldCampaign()
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ delivered: AT_ONCE, held: CROWD - AT_ONCE })
    expect(await campaignState(campaignId)).toBe('running')
    await decide('release')
    await expectStates(campaignId, { delivered: CROWD })
    await vi.waitFor(async () => expect(await campaignState(campaignId)).toBe('finished'), {
      timeout: 20_000,
    })
    expect(await story.requests()).toHaveLength(CROWD)
  })

  it('fail when Meta drops them, which pauses the campaign, and are not tried again when it goes on', async () => {
    const campaignId = await heldCampaign()
    await decide('drop')
    await expectStates(campaignId, { delivered: AT_ONCE, failed: CROWD - AT_ONCE })
    await vi.waitFor(
      async () => {
        await processOnce(story.runtime)
        const { rows } = await sql<{ state: string }>`select state from template`.execute(story.ctx.db)
        expect(rows).toEqual([{ state: 'paused' }])
        expect(await campaignState(campaignId)).toBe('paused')
      },
      { timeout: 20_000, interval: 50 },
    )
    await sql`update template set state = 'approved'`.execute(story.ctx.db)
    await sql`update campaign set state = 'running'`.execute(story.ctx.db)
    expect(await runDispatchOnce(story.runtime)).toBe(0)
    expect(await story.requests()).toHaveLength(CROWD)
  })
})
