import { shopContext } from '../../bench/seed/shop.ts'
import { heardLater } from '../../bench/webhooks/heard-later.ts'
import type { Installation } from './installation.ts'
import { safeAfter, watchStarts } from './looks.ts'

/**
 * Watches from when on a STOP holds: it is durable, and whatever request was just starting then has started. Receipts are noted by
 * a trigger, because a row that waits is gone once it was read.
 */
export async function watchReceipts(installation: Installation) {
  const { shop } = installation
  const sql = <Row>(text: string) => installation.sql<Row>(text)
  await sql('create table torture_receipt as select person_digest, phone_digest from webhook_waiting limit 0')
  await sql(`create function note_receipt() returns trigger language plpgsql security definer as $$
    begin insert into torture_receipt values (new.person_digest, new.phone_digest); return null; end $$`)
  await sql(`create trigger note_receipt after insert on webhook_waiting
    for each row when (new.lane = 'person') execute function note_receipt()`)
  const { runtime, close } = await installation.openRuntime()
  const over = new AbortController()
  const ctx = shopContext(runtime, shop.businessId)
  const looks = shop.channels.map(({ channelId }) => heardLater(watchStarts(ctx, channelId, over.signal)))
  return {
    /** @returns that moment by contact, milliseconds since 1970 */
    async end(): Promise<Map<string, number>> {
      over.abort()
      const looked = await Promise.all(looks)
      const rows = await sql<{ contact_id: string; at: number }>(`
        select i.contact_id, min(extract(epoch from pg_xact_commit_timestamp(r.xmin)) * 1000) as at
        from torture_receipt r join contact_identity i on i.digest in (r.person_digest, r.phone_digest)
        group by i.contact_id`)
      return new Map(
        rows.map(({ contact_id, at }) => [
          contact_id,
          Math.max(...looked.map((each) => safeAfter(each, Number(at)))),
        ]),
      )
    },
    close,
  }
}
