import { sql } from 'kysely'
import type { Context, Sentence } from '../platform/index.ts'
import type { DutyStatement } from './duties.ts'

interface Measure {
  key: string
  what: Sentence
  state: Sentence
}

const ON: Sentence = { de: 'Aktiv', en: 'On' }
const OFF: Sentence = { de: 'Nicht aktiv', en: 'Off' }
const state = (on: boolean) => (on ? ON : OFF)

/** What protects the data on this installation (Art. 32), looked up where it can be: nothing is claimed that is off. */
export async function readMeasures(ctx: Context, stated: DutyStatement['measures']): Promise<Measure[]> {
  const { config } = ctx
  const { rows } = await sql<{ guarded: number; append: number; tables: number }>`
    select count(*) filter (where c.relrowsecurity)::int as guarded, count(*)::int as tables,
      (select count(*)::int from pg_trigger g join pg_class o on o.oid = g.tgrelid
        where o.relname = 'ledger_entry' and g.tgname = 'ledger_entry_append_only') as append
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'business_id')`.execute(
    ctx.db,
  )
  const [db] = rows
  const measure = (key: string, on: boolean, de: string, en: string): Measure => ({
    key,
    what: { de, en },
    state: state(on),
  })
  return [
    measure(
      'sealed',
      true,
      'Nummern, Namen und Texte sind mit AES-256-GCM versiegelt, mit einem Schlüssel je Person',
      'Numbers, names and texts are sealed with AES-256-GCM, with a key for each person',
    ),
    measure(
      'key_outside',
      config.masterKey !== undefined,
      'Der Hauptschlüssel kommt von außerhalb der Datenablage',
      'The master key comes from outside the data directory',
    ),
    measure(
      'https',
      config.publicUrl.startsWith('https:'),
      'Seiten und Schnittstellen sind nur verschlüsselt erreichbar',
      'Pages and interfaces are reached by encrypted connections only',
    ),
    measure(
      'signed_webhooks',
      true,
      'Nur von Meta unterschriebene Ereignisse werden verarbeitet',
      'Only events signed by Meta are processed',
    ),
    measure(
      'append_only',
      (db?.append ?? 0) > 0,
      'Die Datenbank verweigert Änderungen am Nachweisbuch',
      'The database refuses changes to the ledger',
    ),
    measure(
      'row_security',
      (db?.guarded ?? 0) > 0,
      'Die Datenbank trennt Unternehmen zeilenweise',
      'The database separates businesses row by row',
    ),
    measure('roles', true, 'Rollen mit je nur den nötigen Rechten', 'Roles with only the rights they need'),
    measure(
      'audit',
      true,
      'Jede Änderung wird mit der handelnden Person protokolliert',
      'Every change is logged with who made it',
    ),
    measure(
      'retention',
      true,
      'Daten enden jede Nacht nach dem Löschregister',
      'Data ends every night by the retention register',
    ),
    measure(
      'postgres',
      config.databaseUrl !== undefined,
      'Eigener Datenbankserver mit eigener Sicherung',
      'A database server of its own with its own backups',
    ),
    ...stated.map((what) => ({
      key: `stated:${what}`,
      what: { de: what, en: what },
      state: { de: 'Vom Unternehmen angegeben', en: 'Stated by the business' },
    })),
  ]
}
