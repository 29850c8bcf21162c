import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { LOCAL_TABLES, REFERENCE_TABLES } from '../server/src/app/distribute/shared.ts'

/**
 * Statements that are about several businesses on purpose, and why: reports of the operator, and workers that serve the whole
 * installation. On a cluster each of them asks every node. Key: file and table.
 */
const CROSSING: Record<string, string> = {
  'server/src/admission/list-admissions.ts admission': 'operators see who asks to be let in',
  'server/src/app/demo/shop/routes.ts source': 'the sample shop has one bubble',
  'server/src/app/doctor/database.ts ledger_checkpoint': 'the doctor looks at the whole installation',
  'server/src/app/doctor/database.ts ledger_entry': 'the doctor looks at the whole installation',
  'server/src/app/doctor/database.ts webhook_aside': 'the doctor looks at the whole installation',
  'server/src/app/doctor/database.ts webhook_update': 'the doctor looks at the whole installation',
  'server/src/app/doctor/examine-channels.ts channel': 'the doctor looks at the whole installation',
  'server/src/businesses/rotate-key.ts business_key': 'a new master key wraps the keys of all businesses',
  'server/src/businesses/rotate-key.ts former_business_key':
    'a new master key wraps the keys of all businesses',
  'server/src/brake/store.ts campaign':
    'at the start: whether anything of the installation would go on by itself',
  'server/src/brake/store.ts message_queue':
    'at the start: whether anything of the installation would go on by itself',
  'server/src/campaigns/schedule.ts campaign': 'the tick looks which campaigns of the installation are due',
  'server/src/channels/finish-storage.ts storage_change': 'the job looks which changes broke off',
  'server/src/consent/question-life.ts consent_question': 'the job looks which questions ran out',
  'server/src/contacts/close-imports.ts contact_import': 'the job closes imports whose process died',
  'server/src/contacts/lapse-claims.ts import_attestation': 'the job looks which lists nobody has decided on',
  'server/src/contacts/rebuild-search.ts contact': 'the job looks whose search digests are missing',
  'server/src/costs/fetch-meta-costs.ts channel': 'the job asks Meta about every business that has numbers',
  'server/src/dispatch/dispatcher.ts business_key':
    'the dispatcher looks which businesses have something due',
  'server/src/dispatch/dispatcher.ts campaign': 'the dispatcher looks which channels have something due',
  'server/src/dispatch/dispatcher.ts channel': 'the dispatcher looks which channels have something due',
  'server/src/dispatch/dispatcher.ts channel_lease': 'the dispatcher looks which channels have something due',
  'server/src/dispatch/dispatcher.ts message': 'the dispatcher looks which channels have something due',
  'server/src/dispatch/dispatcher.ts message_queue': 'the dispatcher looks which channels have something due',
  'server/src/dispatch/warn-budgets.ts budget': 'the job looks which businesses have budgets',
  'server/src/dispatch/warn-budgets.ts campaign':
    'the job looks which businesses have campaigns with a budget',
  'server/src/intake/secrets.ts channel': 'bytes that name no number are tried against every app secret',
  'server/src/intake/store.ts business_key': 'the worker looks for which businesses something waits',
  'server/src/intake/store.ts webhook_waiting': 'the worker looks for which businesses something waits',
  'server/src/integrations/claim.ts delivery':
    'the worker looks which endpoints of the installation have something due',
  'server/src/ledger/seal.ts ledger_entry': 'the sealer looks which businesses have leaves to seal',
  'server/src/members/me.ts member': 'somebody who signs in sees the businesses they belong to',
  'server/src/platform/vault/keyring.ts business_key': 'at the start: whether the database is new',
  'server/src/privacy/remind.ts privacy_request': 'the job looks which requests are due soon',
  'server/src/privacy/shred-list.ts shredded_key':
    'the list outside of the database is that of the installation',
  'server/src/privacy/sweep.ts privacy_request': 'the job looks who was erased lately',
  'server/src/records/remind-breaches.ts breach': 'the job looks which breaches are due to be reported',
  'server/src/records/remind-breaches.ts breach_entry': 'the job looks which breaches are due to be reported',
  'server/src/retention/forget-exclusions.ts campaign_exclusion':
    'what is over goes for all businesses at once',
  'server/src/retention/forget-exclusions.ts campaign_figures':
    'what is over goes for all businesses at once',
  'server/src/retention/forget.ts campaign': 'a month of messages is dropped for all businesses at once',
  'server/src/retention/forget.ts campaign_figures':
    'a month of messages is dropped for all businesses at once',
  'server/src/retention/forget.ts message_default':
    'what has no month of its own goes for all businesses at once',
  'server/src/retention/forget.ts message_queue': 'a month of messages is dropped for all businesses at once',
  'server/src/retention/forget.ts retention_setting': 'the job looks which businesses keep things shorter',
  'server/src/retention/forget.ts webhook_waiting':
    'a month of webhooks is dropped for all businesses at once',
  'server/src/standing/alert-mail.ts alert_mail':
    'the job looks which members of the installation have mail to get',
  'server/src/standing/alert-mail.ts notification':
    'the job looks which members of the installation have mail to get',
  'server/src/templates/files/at-whatsapp.ts template': 'the job looks whose files WhatsApp forgets soon',
  'server/src/templates/watch.ts template':
    'the job looks which pauses and notices are over, and what rests for long',
}

interface Statement {
  line: number
  table: string
  text: string
  /** The statement of TypeScript around it: of a sub-select, the query that it belongs to. */
  around: string
  /** False for a part that some other query takes up; that one is looked at where it stands. */
  executed: boolean
}

const CALLS = new Set(['selectFrom', 'updateTable', 'deleteFrom', 'innerJoin', 'leftJoin'])
/** The business as a value: what a statement needs to be about one. Some fragments bring it along. */
const BOUND =
  /business_id'?,\s*'(?:=|in)',(?!\s*'\w+\.business_id')|business_id\s*(?:=|in|is not distinct from)\s*\(?\s*(?:any\()?\$\{|\$\{[^}]*businessId[^}]*\}|rulesCondition\(|recentMarketing\(/i
/** The business of another table: enough for a part of a statement whose whole is bound. */
const JOINED = /=\s*"?\w+"?\.business_id|business_id',\s*'=',\s*'?\w+\.business_id|using \(business_id/i
/** Citus: "correlated subqueries are not supported when the FROM clause contains a reference table". */
const OUTER_REFERENCE = /\bfrom business\b(?! *,)[^;]*\bexists\s*\(/i
const NAMED = /\b(?:from|join|update|using)\s+(?:only\s+)?"?([a-z_]+)"?/gi

/** Every statement on a distributed table names the business, or stands in the list with its reason. */
export function checkCrossing(): string[] {
  const tables = distributedTables()
  const all: string[] = []
  const needed = new Set<string>()
  for (const file of globSync('server/src/**/*.ts')) {
    if (/\.test\.ts$|\/testing\/|\.gen\.ts$/.test(file)) continue
    const { complaints, used } = complaintsOf(file, readFileSync(file, 'utf8'), tables, CROSSING)
    all.push(...complaints)
    for (const key of used) needed.add(key)
  }
  for (const key of Object.keys(CROSSING)) {
    if (!needed.has(key)) all.push(`scripts/check-crossing.ts: "${key}" is not needed any more.`)
  }
  return all
}

/** What is wrong in one file, and which exceptions it made use of. */
export function complaintsOf(
  file: string,
  source: string,
  tables: ReadonlySet<string>,
  exceptions: Record<string, string>,
): { complaints: string[]; used: string[] } {
  const complaints = new Set<string>()
  const used: string[] = []
  for (const { line, table, text, around, executed } of statementsOf(file, source)) {
    if (OUTER_REFERENCE.test(text)) {
      complaints.add(
        `${file}:${line} looks from the reference table business into distributed ones, which a cluster refuses: begin with business_key, which has a row for every business too.`,
      )
    }
    if (!tables.has(table) || BOUND.test(text) || (JOINED.test(text) && (!executed || BOUND.test(around))))
      continue
    const key = `${file} ${table}`
    if (exceptions[key]) used.push(key)
    else
      complaints.add(
        `${file}:${line} asks ${table} without business_id: name the business, or say in scripts/check-crossing.ts why it is about all.`,
      )
  }
  return { complaints: [...complaints], used }
}

/** Tables with rows of one business each, which a cluster would spread. */
function distributedTables(): Set<string> {
  const names = new Set<string>()
  for (const file of globSync('server/migrations/*.sql')) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/^create table (\w+)/gm))
      if (name) names.add(name)
  }
  for (const shared of [...Object.keys(LOCAL_TABLES), ...Object.keys(REFERENCE_TABLES)]) names.delete(shared)
  return names
}

/** Statements of the query builder and of `sql` templates, with the text that belongs to each. */
function statementsOf(file: string, content: string): Statement[] {
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true)
  const found: Statement[] = []
  const note = (node: ts.Node, table: string, whole: ts.Node) =>
    found.push({
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      table,
      text: whole.getText(),
      around: statementAround(node).getText(),
      executed: !ts.isTaggedTemplateExpression(whole) || isExecuted(whole),
    })
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [first] = node.arguments
      if (CALLS.has(node.expression.name.text) && first && ts.isStringLiteralLike(first)) {
        note(first, first.text.split(' ')[0] ?? '', chainOf(node))
      }
    }
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText().startsWith('sql')) {
      const text = node.template.getText()
      for (const [, table] of text.matchAll(NAMED)) if (table) note(node, table.toLowerCase(), node)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The whole chain of calls that a call belongs to: `a.b().c().d()`, whichever of them is asked about. */
function chainOf(node: ts.Node): ts.Node {
  let whole = node
  while (
    ts.isPropertyAccessExpression(whole.parent) ||
    (ts.isCallExpression(whole.parent) && whole.parent.expression === whole)
  ) {
    whole = whole.parent
  }
  return whole
}

function statementAround(node: ts.Node): ts.Node {
  let around = node
  while (!ts.isStatement(around) && around.parent) around = around.parent
  return around
}

const isExecuted = ({ parent }: ts.Node): boolean =>
  ts.isPropertyAccessExpression(parent) && parent.name.text === 'execute'
