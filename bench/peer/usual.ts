import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { bodyOf, HEADERS, PATH, type Steps, type StepsInput, wamidOf } from './job.ts'

const message = pgTable('peer_message', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  contactId: integer('contact_id').notNull(),
  status: text('status').notNull(),
  wamid: text('wamid'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  sentAt: timestamp('sent_at', { withTimezone: true }),
})

/** As people write it: the ORM updates the row and hands it back, `fetch` sends. */
export function openUsual(pool: pg.Pool, { responderUrl }: StepsInput): Steps {
  const database = drizzle({ client: pool })
  return {
    async send(job) {
      const answer = await fetch(responderUrl + PATH, { method: 'POST', headers: HEADERS, body: bodyOf(job) })
      return wamidOf(answer.status, await answer.json())
    },
    async note(messageId, wamid) {
      await database
        .update(message)
        .set({ status: 'sent', wamid, sentAt: new Date() })
        .where(eq(message.id, messageId))
        .returning()
    },
    async close() {},
  }
}
