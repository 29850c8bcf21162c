import { type PGlite, parse, protocol } from '@electric-sql/pglite'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { markedName } from './prepared.ts'

const { serialize } = protocol

type Answer = Awaited<ReturnType<PGlite['execProtocolStream']>>

/**
 * How long a plan is kept. PostgreSQL makes plans anew when autovacuum has seen a table grow; the embedded engine has none, and what
 * was planned for an empty table would stay.
 */
const KEPT_MS = 10_000

/**
 * Lets the embedded engine keep the plans of marked statements, as connections to PostgreSQL do (`keepPlans`). Its own `query` has
 * every statement parsed and planned anew, which for our largest takes many times as long as running them; its protocol knows names.
 */
export class EmbeddedPlans {
  /** Whether Kysely has a transaction open; the engine has one connection. */
  inTransaction = false
  readonly #pglite: PGlite
  /** In milliseconds, from any beginning. */
  readonly #now: () => number
  /** Types of parameters by name; the engine is asked once. */
  readonly #types = new Map<string, number[]>()
  #plannedAt = 0

  constructor(pglite: PGlite, now = () => performance.now()) {
    this.#pglite = pglite
    this.#now = now
  }

  /** From now on the connection gives marked statements their kept plan. */
  keepFor(connection: DatabaseConnection): void {
    const execute = connection.executeQuery.bind(connection)
    connection.executeQuery = <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const name = markedName(query.sql)
      return name === null ? execute<Row>(query) : this.#alone<Row>(name, query)
    }
  }

  /** Between two statements of somebody else's transaction, such as the job queue's, nothing of ours may run. */
  #alone<Row>(name: string, query: CompiledQuery): Promise<QueryResult<Row>> {
    const run = () => this.#pglite.runExclusive(() => this.#run<Row>(name, query))
    return this.inTransaction ? run() : this.#pglite.transaction(run)
  }

  async #run<Row>(name: string, { sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const answer: Answer = []
    try {
      await this.#renew()
      const types = this.#types.get(name) ?? (await this.#prepare(name, sql))
      const values = parameters.map((value, index) => {
        if (value === null || value === undefined) return null
        return this.#pglite.serializers[types[index] ?? 0]?.(value) ?? String(value)
      })
      answer.push(...(await this.#send(serialize.bind({ statement: name, values }))))
      answer.push(...(await this.#send(serialize.describe({ type: 'P' }))))
      answer.push(...(await this.#send(serialize.execute({}))))
    } finally {
      answer.push(...(await this.#send(serialize.sync())))
    }
    const [result] = parse.parseResults(answer, this.#pglite.parsers, { rowMode: 'object' })
    return { rows: (result?.rows ?? []) as Row[], numAffectedRows: BigInt(result?.affectedRows ?? 0) }
  }

  async #renew(): Promise<void> {
    const now = this.#now()
    if (now < this.#plannedAt + KEPT_MS) return
    await this.#send(serialize.query('discard plans'))
    this.#plannedAt = now
  }

  async #prepare(name: string, text: string): Promise<number[]> {
    await this.#send(serialize.parse({ name, text }))
    const described = await this.#send(serialize.describe({ type: 'S', name }))
    const types = parse.parseDescribeStatementResults(described)
    this.#types.set(name, types)
    return types
  }

  #send(message: Uint8Array): Promise<Answer> {
    return this.#pglite.execProtocolStream(message, { syncToFs: false })
  }
}
