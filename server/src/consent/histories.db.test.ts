import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, withTransaction } from '../platform/index.ts'
import { ChatStage, type Phone } from '../testing/chat-stage.ts'
import { invalidateWording } from './invalidate-wording.ts'
import { optOutPayload } from './opt-out.ts'
import { publishWording } from './publish-wording.ts'
import { expireQuestions } from './question-life.ts'
import { STARTING_WORDING } from './texts.ts'
import { suspendUnreachable } from './unreachable.ts'
import { withdraw } from './withdraw.ts'
import { currentWordings } from './wordings.ts'

const TOPICS = ['newsletter', 'offers'] as const
type TopicName = (typeof TOPICS)[number]

type Act =
  | { does: 'start'; word: 'START' | 'ANGEBOTE' | 'BEIDES' }
  | { does: 'yes' | 'no' | 'stop' | 'stranger' | 'unclear' | 'keep' | 'hello' | 'forwarded_stop' | 'lost' }
  | { does: 'leave' | 'objection'; topic: TopicName }
  | { does: 'whatsapp'; value: 'stop' | 'resume' }
  | { does: 'queue'; topic: TopicName }
  | { does: 'pump' | 'expire' }
  | { does: 'wait'; hours: number }
  | { does: 'material' | 'defect' }

const does = <const D extends string>(...names: D[]) =>
  fc.constantFrom(...names).map((name) => ({ does: name }))
const topic = fc.constantFrom(...TOPICS)
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('start' as const),
      word: fc.constantFrom('START', 'ANGEBOTE', 'BEIDES'),
    }),
  },
  { weight: 6, arbitrary: does('yes') },
  { weight: 8, arbitrary: does('pump') },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('queue' as const), topic }) },
  {
    weight: 5,
    arbitrary: does('stop', 'no', 'unclear', 'keep', 'hello', 'forwarded_stop', 'lost', 'stranger', 'expire'),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom('leave' as const, 'objection' as const), topic }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('whatsapp' as const),
      value: fc.constantFrom('stop', 'resume'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 80 }) }),
  },
  { weight: 1, arbitrary: does('material', 'defect') },
)

/** Chance alone may leave out what most people do. */
const ORDINARY: Act[] = [
  { does: 'start', word: 'START' },
  { does: 'yes' },
  { does: 'queue', topic: 'newsletter' },
  { does: 'pump' },
]

/** What a person has said, kept by their acts alone and without a look at the database: whether marketing may reach them. */
class Memory {
  readonly yes = new Set<TopicName>()
  held = false
  metaStop = false
  /** The newest question on their phone, and what a YES to it would agree to. */
  asked: { at: number; topics: Set<TopicName> } | null = null

  may(name: TopicName): boolean {
    return this.yes.has(name) && !this.held && !this.metaStop
  }
  endsAll(): void {
    this.yes.clear()
    this.asked = null
    this.held = false
  }
  ends(name: TopicName): void {
    this.yes.delete(name)
    this.asked?.topics.delete(name)
  }
}

describe('histories of consent', () => {
  let stage: ChatStage
  let rewritten = 0
  beforeAll(async () => {
    stage = await ChatStage.open()
    const { newsletter, offers } = stage.business.topics
    await stage.source('ANGEBOTE', [offers])
    await stage.source('BEIDES', [newsletter, offers])
  })
  afterAll(() => stage.close())

  const nameOf = (topicId: string | null) =>
    topicId === stage.business.topics.offers ? 'offers' : 'newsletter'

  /** One person living through a history; fails as soon as anything leaves that they do not want. */
  class Life {
    readonly phone: Phone = stage.phone()
    readonly memory = new Memory()
    contactId = ''
    arrived = 0

    async lives(history: readonly Act[]): Promise<void> {
      await stage.sends(this.phone, { text: 'Hallo' })
      this.contactId = await stage.contact(this.phone)
      for (const act of history) await this.does(act)
      // Nothing is held back for ever either: who wants it gets it.
      for (const name of TOPICS) {
        const left = await stage.advertises(this.contactId, stage.business.topics[name])
        expect([name, left], JSON.stringify(history)).toEqual([name, this.memory.may(name)])
      }
    }

    async does(act: Act): Promise<void> {
      const { memory, phone, contactId } = this
      const { ctx, channelId, topics } = stage.business
      switch (act.does) {
        case 'start':
          if ((await stage.sends(phone, { text: act.word })) === 'opt_in') await this.looks()
          return
        case 'yes':
          return this.agrees()
        case 'no': {
          if (!memory.asked) return
          const answered = [...memory.asked.topics]
          await stage.answers(phone, 'no')
          for (const name of answered) memory.ends(name)
          return
        }
        case 'stop':
        case 'stranger':
          await stage.sends(phone, { text: act.does === 'stop' ? 'Stopp bitte' : 'Falsche Nummer' })
          return memory.endsAll()
        case 'unclear':
          await stage.sends(phone, { text: 'Kann ich morgen bei euch stoppen?' })
          memory.held = true
          return
        case 'keep':
          await stage.sends(phone, { tap: { payload: 'hold:keep', caption: 'Weiter erhalten' } })
          memory.held = false
          return
        case 'hello':
          await stage.sends(phone, { text: 'Habt ihr offen?' })
          return this.looks()
        case 'forwarded_stop':
          await stage.sends(phone, { text: 'STOP', forwarded: true })
          return
        case 'lost':
          await withTransaction(ctx, (tx) =>
            suspendUnreachable(tx, { contactId, channelId, at: tx.clock.now() }),
          )
          memory.yes.clear()
          return
        case 'leave':
          await stage.sends(phone, {
            tap: { payload: optOutPayload(topics[act.topic]), caption: 'Abmelden' },
          })
          return memory.ends(act.topic)
        case 'objection':
          await withTransaction(ctx, (tx) =>
            withdraw(tx, {
              contactId,
              channelId: null,
              topicId: topics[act.topic],
              at: tx.clock.now(),
              how: 'member',
            }),
          )
          return memory.ends(act.topic)
        case 'whatsapp':
          stage.hours(1)
          await stage.switches(phone, act.value)
          memory.metaStop = act.value === 'stop'
          if (memory.metaStop) memory.endsAll()
          return
        case 'queue':
          expect(await stage.queues(contactId, topics[act.topic])).toBe(memory.yes.has(act.topic))
          return
        case 'pump':
          return this.looks()
        case 'expire':
          await expireQuestions(stage.runtime)
          return
        case 'wait':
          stage.hours(act.hours)
          return
        case 'material':
        case 'defect':
          return this.rewrites(act.does)
      }
    }

    /** Everything that may leave leaves; nothing of it may be unwanted at this moment. */
    async looks(): Promise<void> {
      for (const message of await stage.pump()) {
        if (message.contactId !== this.contactId) continue
        if (message.category === 'marketing') {
          expect([message.topicId, this.memory.may(nameOf(message.topicId))]).toEqual([message.topicId, true])
          this.arrived++
        }
        if (message.kind === 'question')
          this.memory.asked = { at: stage.now.getTime(), topics: await this.questionTopics() }
      }
    }

    async agrees(): Promise<void> {
      const { memory } = this
      if (!stage.left.some(({ kind, contactId }) => kind === 'question' && contactId === this.contactId))
        return
      const asked = memory.asked
      const outcome = await stage.answers(this.phone, 'yes')
      if (outcome === 'asked_again') memory.asked = null
      if (outcome !== 'confirmed') return
      expect(asked, 'only what was asked after the last withdrawal can be agreed to').not.toBeNull()
      expect(asked?.topics.size).toBeGreaterThan(0)
      expect(stage.now.getTime() - (asked?.at ?? 0)).toBeLessThanOrEqual(72 * HOUR)
      for (const name of asked?.topics ?? []) memory.yes.add(name)
    }

    async questionTopics(): Promise<Set<TopicName>> {
      const { topic_ids } = await stage.runtime.db
        .selectFrom('consent_question')
        .select('topic_ids')
        .where('question_id', '=', stage.question(this.contactId).questionId)
        .executeTakeFirstOrThrow()
      return new Set(topic_ids.map(nameOf))
    }

    /** The newsletter's text changes for everybody. */
    async rewrites(how: 'material' | 'defect'): Promise<void> {
      const { ctx, topics } = stage.business
      const body = STARTING_WORDING.de({
        business: 'Blattwerk',
        topic: 'Pflanzenpost',
        // A text that was declared invalid cannot be published again.
        description: `in neuen Worten, zum ${++rewritten}. Mal`,
        privacyUrl: 'https://blattwerk.example/datenschutz',
      })
      if (how === 'defect') {
        const [wording] = await currentWordings(ctx, [topics.newsletter], 'de')
        await invalidateWording(ctx, wording?.wording_id ?? '', { reason: 'Es fehlte etwas darin.' })
        await publishWording(ctx, topics.newsletter, { language: 'de', body })
      } else {
        const change = { material: true, change: 'Es kommt etwas hinzu.' }
        await publishWording(ctx, topics.newsletter, { language: 'de', body, ...change })
      }
      const inQuestion = this.memory.asked?.topics.has('newsletter')
      // A question shows its texts together: with one of them it is over.
      if (how === 'material' || how === 'defect') this.memory.yes.delete('newsletter')
      if (inQuestion) this.memory.asked = null
    }
  }

  it('C-01, C-24: whatever happens in whatever order, marketing leaves only to whom it may reach at that moment', async () => {
    let arrived = 0
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 18 }), async (history) => {
        const life = new Life()
        await life.lives(history)
        arrived += life.arrived
      }),
      { numRuns: 40, examples: [[ORDINARY]] },
    )
    expect(arrived, 'some of them did get marketing').toBeGreaterThan(0)
  }, 300_000)
})
