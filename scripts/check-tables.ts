import { globSync, readFileSync } from 'node:fs'
import { LOCAL_TABLES, REFERENCE_TABLES } from '../server/src/app/distribute/shared.ts'

/** Tables without business_id, and why. */
const { account, account_session, account_credential } = REFERENCE_TABLES
const SHARED: Record<string, string | undefined> = {
  ...LOCAL_TABLES,
  account,
  account_session,
  account_credential,
}

/** Clusters exist from this migration on: whatever came before it was there when the tables were spread. */
const FIRST_ON_CLUSTERS = 40
const PROPAGATION = 'set local citus.enable_ddl_propagation to'

/** Ends rows of every table, by its register (server/src/retention/register.ts), and writes nothing else. */
const ENDS_ROWS = 'retention'

interface Table {
  name: string
  owner: string | undefined
  body: string
}

function tables(): Table[] {
  const found: Table[] = []
  const dropped = new Set<string>()
  for (const file of globSync('server/migrations/*.sql').sort()) {
    const lines = readFileSync(file, 'utf8').split('\n')
    for (const [index, line] of lines.entries()) {
      for (const name of /^drop table ([\w, ]+);/.exec(line)?.[1]?.split(', ') ?? []) dropped.add(name)
      const name = /^create table (\w+)(?! partition of)\b/.exec(line)?.[1]
      if (!name) continue
      let owner: string | undefined
      for (let above = index - 1; above >= 0 && lines[above]?.startsWith('--'); above--) {
        owner ??= /^-- owner: (\w+)/.exec(lines[above] ?? '')?.[1]
      }
      const end = lines.findIndex((each, at) => at > index && /^\)/.test(each))
      found.push({ name, owner, body: lines.slice(index, end).join('\n') })
    }
  }
  return found.filter((table) => !dropped.has(table.name))
}

/** On a cluster a new table is made on the coordinator alone, and spread by `jawort distribute` afterwards. */
export function madeEverywhere(migration: string): string[] {
  return [...migration.matchAll(/^create table (\w+)(?! partition of)\b/gm)].flatMap(({ 1: name, index }) => {
    const before = migration.slice(0, index)
    return before.lastIndexOf(`${PROPAGATION} off`) > before.lastIndexOf(`${PROPAGATION} on`)
      ? []
      : [name ?? '']
  })
}

function clusterComplaints(): string[] {
  return globSync('server/migrations/*.sql')
    .filter((file) => Number(/\d{4}/.exec(file)?.[0]) >= FIRST_ON_CLUSTERS)
    .flatMap((file) =>
      madeEverywhere(readFileSync(file, 'utf8')).map(
        (name) =>
          `${file} creates ${name}, which a cluster refuses when it refers to a table that is spread: put "${PROPAGATION} off;" before it and "… on;" behind it.`,
      ),
    )
}

const WRITES = [
  /\.(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)(?: as \w+)?'/g,
  /\b(?:insert\s+into|delete\s+from)\s+(\w+)/gi,
  /\bupdate\s+(\w+)(?:\s+(?:as\s+)?\w+)?\s+set\b/gi,
]

/** Every table has one owner, and nobody else writes it; every table is bound to a business or says why not. */
export function checkTables(): string[] {
  const all = tables()
  const complaints = clusterComplaints()
  for (const table of all) {
    if (!table.owner) complaints.push(`${table.name}: write "-- owner: <feature>" above its "create table".`)
    if (!/\bbusiness_id\b/.test(table.body) && !SHARED[table.name]) {
      complaints.push(
        `${table.name} has no business_id: add it first in its key, or name the reason in scripts/check-tables.ts.`,
      )
    }
  }
  const owners = new Map(all.map((table) => [table.name, table.owner]))
  for (const file of globSync('server/src/**/*.ts')) {
    if (/\.test\.ts$|\/testing\/|\.gen\.ts$/.test(file)) continue
    const feature = file.split('/')[2]
    const source = readFileSync(file, 'utf8')
    for (const pattern of WRITES) {
      for (const match of source.matchAll(pattern)) {
        const owner = owners.get(match[1] ?? '')
        if (owner && owner !== feature && feature !== ENDS_ROWS) {
          complaints.push(
            `${file} writes ${match[1]}, which belongs to ${owner}: call a verb of ${owner}, or offer it a hook.`,
          )
        }
      }
    }
  }
  return complaints
}
