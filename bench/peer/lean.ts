import type pg from 'pg'
import { Pool } from 'undici'
import { bodyOf, HEADERS, PATH, type Steps, type StepsInput, wamidOf } from './job.ts'

/** As fast as one job per person can be: a statement by primary key through the bare driver, a pool of kept connections. */
export function openLean(database: pg.Pool, { responderUrl, concurrency }: StepsInput): Steps {
  const http = new Pool(responderUrl, { connections: concurrency })
  return {
    async send(job) {
      const answer = await http.request({ method: 'POST', path: PATH, headers: HEADERS, body: bodyOf(job) })
      return wamidOf(answer.statusCode, await answer.body.json())
    },
    async note(messageId, wamid) {
      await database.query(
        `update peer_message set status = 'sent', wamid = $1, sent_at = now() where id = $2`,
        [wamid, messageId],
      )
    },
    close: () => http.close(),
  }
}
