import fc from 'fast-check'
import { sql } from 'kysely'
import { openPlace, type Place } from '../../bench/run/place.ts'
import { mountWebhooks, processOnce } from '../../server/src/intake/index.ts'
import { type Api, createServer } from '../../server/src/platform/http/index.ts'
import type { Runtime } from '../../server/src/platform/index.ts'
import { dump } from '../../server/src/testing/dump.ts'
import { postWebhook } from '../../server/src/testing/post-webhook.ts'
import {
  addShare,
  type GeneratedWebhook,
  largeWebhooks,
  NO_SHARES,
  webhooks,
} from '../../server/src/testing/webhook-bodies.ts'
import { controls } from '../../server/src/testing/webhook-control.ts'
import { leftUndone } from '../../server/src/testing/webhook-parked.ts'
import { createWebhookStage, type WebhookStage } from '../../server/src/testing/webhook-stage.ts'
import { demand } from '../harness.ts'
import type { Chance } from './chance.ts'
import { FAULTS, type Manner, type Upload, upload } from './uploads.ts'
import { pause, waitUntil } from './wait.ts'

/** This share comes over connections of its own, the rest without a network. */
const OVER_NETWORK = 0.1
/** Uploads of a lot that break off or lie about their length. */
const BROKEN = 60
const AT_ONCE = 8
/** As Meta does, a webhook that was answered with 503 is sent again. */
const TRIES = 5
/** What is signed comes in so many parts, a step of the control person in each. */
const PARTS = 4

/** An application that takes in webhooks, on a store of its own. */
export interface Receiving {
  /**
   * Sends a lot of bodies, and sees to it that everything is as it must be afterwards.
   * @param size how many bodies, and how many of 3 MB among them
   * @throws Violation
   */
  takeLot(seed: number, size: { bodies: number; large: number }): Promise<void>
  /** What was sent so far, and how it was answered. */
  told(): string
  close(): Promise<void>
}

export async function openReceiving(place: Place, chance: Chance): Promise<Receiving> {
  const { runtime, close } = await openPlace(place, { LOG_LEVEL: 'silent' })
  const stage = await createWebhookStage(runtime)
  const app = createServer(runtime)
  mountWebhooks(app, runtime)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const answers: Record<string, number> = {}
  let shares = NO_SHARES
  let lots = 0

  async function send(one: Upload, manner: Manner | null): Promise<number> {
    for (let tries = 1; ; tries++) {
      const status = manner
        ? await upload(portOf(app), one, manner, chance.next())
        : (await postWebhook(app, one)).statusCode
      const answer = `${manner ? 'network ' : ''}${status}`
      answers[answer] = (answers[answer] ?? 0) + 1
      // Only that the machine is too slow is no fault: sent again, it passes. What content brings about comes again.
      if (status !== 503 || tries === TRIES) return status
      await pause(tries * 1_000)
    }
  }

  /** Several at once, as Meta does. */
  async function sendAll(all: readonly Upload[], wanted: number): Promise<void> {
    const left = all.map((one) => ({ one, manner: chance.hit(OVER_NETWORK) ? chance.pick(MANNERS) : null }))
    const work = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const status = await send(next.one, next.manner)
        demand(status === wanted, `Answered ${status} instead of ${wanted}: ${shown(next.one.payload)}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }

  async function breakOff(all: readonly Upload[]): Promise<void> {
    const left = chance.shuffled(all).slice(0, BROKEN)
    const work = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const manner = chance.pick(FAULTS)
        const status = await send(next, manner)
        demand(
          status === 0 || (status >= 400 && status < 500),
          `Answered ${status} to an upload that was "${manner}": ${shown(next.payload)}`,
        )
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    await waitUntil(async () => (await connectionsOf(app)) === 0, { stuck: 'A connection is never closed.' })
  }

  async function refused(unsigned: readonly Upload[], signed: readonly Upload[]): Promise<void> {
    const before = await dump(runtime.db, 'public')
    await sendAll(unsigned, 401)
    await breakOff(signed.filter(({ payload }) => payload.length > 1))
    demand(
      (await dump(runtime.db, 'public')) === before,
      'Something unsigned or broken off changed the database.',
    )
  }

  async function obeyed(signed: readonly Upload[], phone: string): Promise<void> {
    const size = Math.ceil(signed.length / PARTS)
    const person = controls(stage, phone)
    for (let part = 0; part < PARTS; part++) {
      const step = await person.next()
      const own = step.done
        ? []
        : [{ payload: step.value.payload, signature: stage.sign(step.value.payload) }]
      await sendAll(chance.shuffled([...signed.slice(part * size, (part + 1) * size), ...own]), 200)
      await processOnce(runtime)
      const undone = await leftUndone(stage.ctx)
      demand(
        undone.length === 0,
        `${undone.length} updates were not processed:\n${undone.slice(0, 5).join('\n')}`,
      )
      const broken = step.done ? null : await step.value.broken()
      demand(broken === null, broken ?? '')
    }
  }

  return {
    async takeLot(seed, { bodies, large }) {
      const target = await stage.target()
      const generated: GeneratedWebhook[] = [
        ...fc.sample(webhooks(target), { seed, numRuns: bodies - large }),
        ...fc.sample(largeWebhooks(target), { seed, numRuns: large }),
      ]
      shares = generated.reduce(addShare, shares)
      const { right = [], wrong = [] } = Object.groupBy(generated, ({ signed }) =>
        signed ? 'right' : 'wrong',
      )
      await refused(wrong, right)
      await obeyed(right, String(4915200000000 + lots++))
      await forgetLot(runtime, stage)
    },
    told() {
      const { bodies, signed, parsed, withUpdates, updates, readable, largest } = shares
      const of = (part: number, whole: number) => `${Math.round((100 * part) / Math.max(1, whole))} %`
      return (
        `${bodies} bodies, ${of(signed, bodies)} signed; of these ${of(parsed, signed)} JSON, ${of(withUpdates, signed)} with ` +
        `updates; ${updates} updates, ${of(readable, updates)} readable; the largest ${(largest / 1e6).toFixed(1)} MB; answers ${JSON.stringify(answers)}`
      )
    },
    async close() {
      await app.close()
      await close()
    },
  }
}

const MANNERS: readonly Manner[] = ['whole', 'in_pieces', 'chunked']

function portOf(app: Api): number {
  const address = app.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen.')
  return address.port
}

const connectionsOf = (app: Api) =>
  new Promise<number>((resolve, reject) =>
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )

const shown = (payload: Buffer) => payload.toString('base64').slice(0, 4_000)

/** What a lot left behind would only make the next comparison slower. */
async function forgetLot({ db }: Runtime, { ctx }: WebhookStage): Promise<void> {
  await sql`truncate webhook_update, webhook_aside, inbound_message, audit_entry, alert_mail, notification cascade`.execute(
    db,
  )
  await sql`delete from message_queue where business_id = ${ctx.businessId}`.execute(db)
}
