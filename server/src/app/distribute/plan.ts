import type { ForeignKey, Table } from './catalog.ts'
import { DROPPED_TRIGGERS, LOCAL_TABLES, REFERENCE_TABLES } from './shared.ts'

/** How the rows of a table lie on a cluster: by business, whole on every node, or on the coordinator alone. */
export type Place = 'distributed' | 'reference' | 'local'

const BUSINESS = 'business_id'
/** The first distributed table; all others lie beside it. */
const ANCHOR = 'business_key'

export function placeOfTable(name: string): Place {
  if (REFERENCE_TABLES[name]) return 'reference'
  return LOCAL_TABLES[name] ? 'local' : 'distributed'
}

/**
 * Why the schema could not be put on a cluster, each with its cure; empty when it can. What Citus asks for: every unique key
 * of a distributed table contains the distribution column; foreign keys between distributed tables contain it on both sides;
 * a reference table refers to no distributed one; triggers run per row.
 */
export function complaints(tables: readonly Table[]): string[] {
  const found: string[] = []
  for (const table of tables) {
    const place = placeOfTable(table.name)
    if (place === 'distributed') found.push(...ofDistributed(table))
    for (const key of table.foreignKeys) {
      const fault = ofForeignKey(place, key)
      if (fault) found.push(`${table.name}.${key.name}: ${fault}`)
    }
  }
  const known = new Set(tables.map(({ name }) => name))
  for (const name of [...Object.keys(REFERENCE_TABLES), ...Object.keys(LOCAL_TABLES)]) {
    if (!known.has(name))
      found.push(`${name} is not there any more: take it out of app/distribute/shared.ts.`)
  }
  return found
}

function ofDistributed(table: Table): string[] {
  if (!table.columns.includes(BUSINESS)) {
    return [
      `${table.name} has no business_id: add it, or name the table with a reason in app/distribute/shared.ts.`,
    ]
  }
  const keys = table.uniques
    .filter((key) => !key.columns.includes(BUSINESS))
    .map((key) => `${table.name}.${key.name} is unique without business_id: put it first in the key.`)
  const triggers = table.triggers
    .filter((trigger) => trigger.perStatement && !DROPPED_TRIGGERS[trigger.name])
    .map(
      (trigger) =>
        `${table.name}.${trigger.name} runs per statement: make it per row, or name it in app/distribute/shared.ts.`,
    )
  return [...keys, ...triggers]
}

function ofForeignKey(from: Place, key: ForeignKey): string | undefined {
  const to = placeOfTable(key.to)
  if (to === 'reference')
    return from === 'local'
      ? `a table on the coordinator is not told when a row of ${key.to} goes: name it among REFERENCE_TABLES as well.`
      : undefined
  if (from === 'local' && to === 'local') return undefined
  if (from !== 'distributed')
    return `a ${from} table cannot refer to ${key.to}, which is ${to}: drop the key.`
  if (to === 'local') return `a distributed table cannot refer to ${key.to}, which is local: drop the key.`
  const at = key.columns.indexOf(BUSINESS)
  return at >= 0 && key.toColumns[at] === BUSINESS
    ? undefined
    : 'a foreign key between distributed tables needs business_id on both sides.'
}

export interface Step {
  /** One statement, to be run by itself. */
  sql: string
  table: string
}

/**
 * The statements that put the tables on a cluster, in an order in which every table comes after those it refers to. What
 * is there already is left out, so that it can be run again after a break or an upgrade.
 * @param done tables the cluster knows already
 */
export function planSteps(tables: readonly Table[], done: ReadonlySet<string>): Step[] {
  const ordered = inOrder(tables).filter(({ name }) => placeOfTable(name) !== 'local')
  const steps: Step[] = []
  for (const table of ordered) {
    const { name } = table
    if (done.has(name)) continue
    for (const trigger of table.triggers.filter((each) => DROPPED_TRIGGERS[each.name])) {
      steps.push({ table: name, sql: `drop trigger ${trigger.name} on ${name}` })
    }
    steps.push({ table: name, sql: stepFor(name) })
  }
  // What was copied to the nodes lies on the coordinator a second time, unseen: an erasure would not find it there.
  for (const { name } of ordered.toReversed()) {
    steps.push({ table: name, sql: `select truncate_local_data_after_distributing_table('${name}')` })
  }
  return steps
}

function stepFor(name: string): string {
  if (placeOfTable(name) === 'reference') return `select create_reference_table('${name}')`
  const beside = name === ANCHOR ? 'none' : ANCHOR
  return `select create_distributed_table('${name}', '${BUSINESS}', colocate_with => '${beside}')`
}

/** Reference tables first, then the anchor, then the rest; each after the tables it refers to. */
function inOrder(tables: readonly Table[]): Table[] {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const ordered = new Set<Table>()
  const visit = (table: Table, path: readonly string[]) => {
    if (ordered.has(table) || path.includes(table.name)) return
    for (const key of table.foreignKeys) {
      const target = byName.get(key.to)
      if (target) visit(target, [...path, table.name])
    }
    ordered.add(table)
  }
  const rank = ({ name }: Table) =>
    name === ANCHOR ? 1 : { reference: 0, distributed: 2, local: 3 }[placeOfTable(name)]
  for (const table of [...tables].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))) {
    visit(table, [])
  }
  return [...ordered]
}
