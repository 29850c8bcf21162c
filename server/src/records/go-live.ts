import { getBusiness } from '../businesses/index.ts'
import { type Channel, getChannel, listChannels, setLive } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { findDuties } from './duties.ts'
import { currentNotice } from './notice.ts'
import { missingElements } from './notice-content.ts'
import {
  type LiveFacts,
  missingForLive,
  REQUIREMENT_WORDS,
  REQUIREMENTS,
  type Requirement,
} from './requirements.ts'
import { findScreening, newHints } from './screen.ts'
import { liveRecord } from './versions.ts'

export interface GoLive {
  missing: Requirement[]
  done: number
  total: number
  channels: Channel[]
}

/** How far the duties are that come before marketing (C-52), and which numbers are live. */
export async function readGoLive(ctx: Context): Promise<GoLive> {
  requireRole(ctx, 'dpo', 'marketer')
  const missing = missingForLive(await liveFacts(ctx))
  return {
    missing,
    done: REQUIREMENTS.length - missing.length,
    total: REQUIREMENTS.length,
    channels: await listChannels(ctx),
  }
}

/** What is recorded at this moment. */
export async function liveFacts(ctx: Context): Promise<LiveFacts> {
  const stated = await findDuties(ctx)
  const record = await liveRecord(ctx, 'processing')
  const approved = record.stored?.approvedAt != null
  return {
    metaContract: stated.metaContract !== null,
    hosterContract: stated.hoster?.contract != null,
    dpo: stated.dpo === null ? 'open' : stated.dpo.kind === 'named' ? 'named' : 'none_with_reason',
    record: approved && record.stored?.hash === record.hash ? 'approved' : record.stored ? 'changed' : 'open',
    noticeLacks: await noticeLacks(ctx),
    screening: await screeningState(ctx),
  }
}

async function noticeLacks(ctx: Context): Promise<LiveFacts['noticeLacks']> {
  const business = await getBusiness(ctx)
  const notice = await currentNotice(ctx, business.language)
  return notice && missingElements(notice.content)
}

async function screeningState(ctx: Context): Promise<LiveFacts['screening']> {
  const screening = await findScreening(ctx)
  if (!screening) return 'open'
  if ((await newHints(ctx, screening)).length > 0) return 'stale'
  return screening.result === 'required' && screening.documented ? 'documented' : screening.result
}

/**
 * Lets a number send marketing, once everything that C-52 asks for is recorded.
 * @throws Problem `not_ready_for_live` naming each missing duty with its cure, `not_found`
 */
export async function goLive(ctx: Context, channelId: string): Promise<Channel> {
  requireRole(ctx)
  return withTransaction(ctx, async (tx) => {
    await getChannel(tx, channelId)
    const missing = missingForLive(await liveFacts(tx))
    if (missing.length > 0) throw notReady(missing)
    await setLive(tx, channelId, true)
    return getChannel(tx, channelId)
  })
}

/** Takes a number's marketing back; what is queued waits until it goes live again. @throws Problem `not_found` */
export async function takeBack(ctx: Context, channelId: string): Promise<Channel> {
  requireRole(ctx, 'dpo')
  return withTransaction(ctx, async (tx) => {
    await setLive(tx, channelId, false)
    return getChannel(tx, channelId)
  })
}

function notReady(missing: readonly Requirement[]): Problem {
  const list = (language: 'de' | 'en') =>
    missing.map((key) => REQUIREMENT_WORDS[key].title[language]).join(', ')
  return new Problem(
    'conflict',
    'not_ready_for_live',
    {
      de: `Bevor diese Nummer Werbung senden darf, fehlt noch: ${list('de')}.`,
      en: `Before this number may send marketing, this is missing: ${list('en')}.`,
    },
    Object.fromEntries(missing.map((key) => [key, REQUIREMENT_WORDS[key].cure])),
  )
}
