// Fault 4: a hundred thousand generated webhooks. None of them is answered with a 5xx, none ends the process, and nothing that
// is not signed changes anything.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { Live } from '../server/src/app/live.ts'
import { openRuntime } from '../server/src/app/runtime.ts'
import { wire } from '../server/src/app/wire.ts'
import { createBusiness } from '../server/src/businesses/index.ts'
import { saveChannel } from '../server/src/channels/index.ts'
import { mountWebhooks, processOnce } from '../server/src/intake/index.ts'
import { loadConfig } from '../server/src/platform/config.ts'
import { createServer } from '../server/src/platform/http/index.ts'
import { createContext, type Runtime } from '../server/src/platform/index.ts'
import { dump } from '../server/src/testing/dump.ts'
import { type GeneratedWebhook, webhooks } from '../server/src/testing/webhook-bodies.ts'
import type { Torture } from './harness.ts'

const APP_SECRET = 'torture-app-secret'
const PHONE_NUMBER_ID = '106540352242922'
const WABA_ID = '102290129340398'
/** Bodies between two looks at what has been kept. */
const LOT = 2_000

const torture: Torture = {
  name: 'webhooks',
  title:
    'Generated and mutated webhooks: wrong signatures, cut JSON, wrong types, huge numbers, deep nesting, old and future times. No ' +
    '5xx, no crash, and nothing unsigned changes anything.',
  async run({ quick, seed, temp, tell }) {
    const total = quick ? 4_000 : 100_000
    const folder = mkdtempSync(join(temp, 'jawort-webhooks-'))
    const config = loadConfig({
      LOG_LEVEL: 'silent',
      JAWORT_DATA_DIR: folder,
      JAWORT_MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
      ...(process.env.DATABASE_URL ? { DATABASE_URL: process.env.DATABASE_URL } : {}),
    })
    const { runtime, database } = await openRuntime(config)
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    const app = await createServer(runtime)
    mountWebhooks(app, runtime)
    await app.ready()
    try {
      await connectChannel(runtime)
      const bodies = webhooks({
        phoneNumberId: PHONE_NUMBER_ID,
        wabaId: WABA_ID,
        appSecret: APP_SECRET,
        phones: Array.from({ length: 50 }, (_, index) => String(4915112345600 + index)),
      })
      const seen: Record<string, number> = {}
      for (let done = 0; done < total; done += LOT) {
        const generated = fc.sample(bodies, { seed: seed + done, numRuns: LOT })
        const before = await dump(runtime.db, 'public')
        for (const webhook of generated.filter((each) => !each.signed)) await expectStatus(webhook, 401)
        if ((await dump(runtime.db, 'public')) !== before)
          throw new Error(`Something unsigned changed the database (seed ${seed + done}).`)
        for (const webhook of generated.filter((each) => each.signed)) await expectStatus(webhook, 200)
        await processOnce(runtime)
        const { rows } = await sql`select 1 from webhook_waiting limit 1`.execute(runtime.db)
        if (rows.length > 0) throw new Error(`Something still waits after processing (seed ${seed + done}).`)
        await forgetLot(runtime)
      }
      tell(`${total} bodies, answers ${JSON.stringify(seen)}`)

      async function expectStatus({ payload, signature }: GeneratedWebhook, status: number): Promise<void> {
        const answer = await app.inject({
          method: 'POST',
          url: '/webhooks/whatsapp',
          payload,
          headers: {
            'content-type': 'application/json',
            ...(signature === undefined ? {} : { 'x-hub-signature-256': signature }),
          },
        })
        seen[answer.statusCode] = (seen[answer.statusCode] ?? 0) + 1
        if (answer.statusCode !== status)
          throw new Error(
            `Answered ${answer.statusCode} instead of ${status} (seed ${seed}): ${payload.toString('base64').slice(0, 4_000)}`,
          )
      }
    } finally {
      await app.close()
      await runtime.jobs.stop(1_000)
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

export default torture

async function connectChannel(runtime: Runtime): Promise<void> {
  const operator = createContext(runtime, '', { kind: 'operator', accountId: 'torture' })
  const { id } = await createBusiness(operator, { slug: 'blatt', name: 'Blatt', legalName: 'Blatt GmbH' })
  await saveChannel(createContext(runtime, id, { kind: 'operator', accountId: 'torture' }), {
    name: 'Shop',
    phoneNumberId: PHONE_NUMBER_ID,
    wabaId: WABA_ID,
    displayPhoneNumber: '+49 30 123456',
    verifiedName: 'Blatt',
    accessToken: 'torture-access-token',
    appSecret: APP_SECRET,
    verifyToken: 'torture-verify-token',
  })
}

/** What a lot left behind would only make the next comparison slower. */
async function forgetLot(runtime: Runtime): Promise<void> {
  await sql`truncate webhook_update, webhook_aside, inbound_message, audit_entry, alert_mail, notification cascade`.execute(
    runtime.db,
  )
}
