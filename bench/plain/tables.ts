import type pg from 'pg'
import { phoneOf } from '../seed/people.ts'

/** People in one statement. */
const CHUNK = 5_000

/** People with a sealed number and a confirmed consent, one queued message each. @param seal makes bytes of a number */
export async function fillTables(
  database: pg.Pool,
  people: number,
  seal: (phone: string) => Buffer,
): Promise<void> {
  await database.query(`
    create table plain_contact (id int primary key, phone_sealed bytea not null);
    create table plain_consent (contact_id int references plain_contact, state text, unique (contact_id, state));
    -- Half of each page is left free for the new versions of its rows.
    create table plain_message (id uuid primary key default uuidv7(), contact_id int not null, state text not null,
      needs text generated always as (case when state in ('queued', 'sending') then 'confirmed' end) stored,
      wamid text, sent_at timestamptz, foreign key (contact_id, needs) references plain_consent (contact_id, state))
      with (fillfactor = 50);
    create index plain_queue on plain_message (id) where state = 'queued'`)
  for (let from = 0; from < people; from += CHUNK) {
    const ids = Array.from({ length: Math.min(CHUNK, people - from) }, (_, index) => from + index)
    await database.query('insert into plain_contact select * from unnest($1::int[], $2::bytea[])', [
      ids,
      ids.map((id) => seal(phoneOf(id))),
    ])
    await database.query(`insert into plain_consent select id, 'confirmed' from unnest($1::int[]) id`, [ids])
    await database.query(
      `insert into plain_message (contact_id, state) select id, 'queued' from unnest($1::int[]) id`,
      [ids],
    )
  }
  await database.query('vacuum analyze')
  await database.query('checkpoint')
}
