import { z } from 'zod'
import { resumeSending } from '../brake/index.ts'
import { readTrustFile, verifyCommand as verifyLedgers } from '../ledger/index.ts'
import { addMember, createAuth, ensureAccount } from '../members/index.ts'
import type { Config } from '../platform/config.ts'
import { createContext, NO_BUSINESS, ROLES, withTransaction } from '../platform/index.ts'
import { ProcessRoles } from '../platform/roles.ts'
import { verifyPackCommand } from '../proof/index.ts'
import type { Arguments } from './cli.ts'
import { openRuntime } from './runtime.ts'
import { startApp } from './start.ts'

/** Ends the process' work on SIGINT and SIGTERM, once. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
  })
}

export async function serveCommand(config: Config, args: Arguments): Promise<number> {
  const roles = ProcessRoles.safeParse(args.values.role ?? '')
  if (!roles.success) {
    console.error(`--role ${roles.error.issues[0]?.message}`)
    return 2
  }
  const app = await startApp(config, {
    ...(args.values.role === undefined ? {} : { roles: roles.data }),
    noSend: args.values['no-send'],
  })
  app.runtime.log.info({ url: app.url, roles: app.runtime.config.roles }, 'ready')
  await untilSignal()
  await app.stop()
  return 0
}

export async function migrateCommand(config: Config): Promise<number> {
  const { database } = await openRuntime(config)
  await database.close()
  console.log('The database is up to date.')
  return 0
}

/** `jawort resume-sending`: says go, for the whole installation. */
export async function resumeSendingCommand(config: Config): Promise<number> {
  const { runtime, database } = await openRuntime(config)
  try {
    const ctx = createContext(runtime, NO_BUSINESS, { kind: 'system', job: 'cli.resume_sending' })
    const { resumed } = await resumeSending(ctx)
    console.log(resumed ? 'Sending goes on.' : 'Sending was not stopped.')
    return 0
  } finally {
    await database.close()
  }
}

export async function accountCommand(config: Config, args: Arguments): Promise<number> {
  const [, verb, address] = args.positionals
  const email = z.email().safeParse(address)
  if (verb !== 'add' || !email.success) {
    console.error(
      'Use: jawort account add <email> [--name <name>] [--operator] [--business <slug> --role <role>]',
    )
    return 2
  }
  const { runtime, database } = await openRuntime(config)
  try {
    let link = ''
    const auth = createAuth(runtime, ({ url }) => {
      link = url
    })
    const accountId = await ensureAccount(runtime, auth, {
      email: email.data,
      name: args.values.name ?? email.data,
      operator: args.values.operator,
    })
    if (args.values.business) {
      const business = await runtime.db
        .selectFrom('business')
        .select('business_id')
        .where('slug', '=', args.values.business)
        .executeTakeFirst()
      if (!business) {
        console.error(`There is no business "${args.values.business}".`)
        return 1
      }
      const role = z.enum(ROLES).default('owner').parse(args.values.role)
      const ctx = createContext(runtime, business.business_id, { kind: 'system', job: 'cli.account' })
      await withTransaction(ctx, (tx) => addMember(tx, accountId, role))
    }
    await auth.api.signInMagicLink({ body: { email: email.data, callbackURL: '/' }, headers: new Headers() })
    console.log(`Sign in within 15 minutes, once:\n${link}`)
    return 0
  } finally {
    await database.close()
  }
}

/** Without a file it checks the ledgers in the database; a file is a proof pack and needs none. */
export async function verifyCommand(config: Config, args: Arguments): Promise<number> {
  const [, pack] = args.positionals
  const { trust } = args.values
  const trusted = trust === undefined ? config.timestamp?.certificates : readTrustFile(trust)
  if (trust !== undefined && trusted === undefined) {
    console.error(`${trust} is no file with certificates as PEM.`)
    return 2
  }
  if (pack !== undefined) {
    const { lines, exitCode } = await verifyPackCommand(pack, args.values.key, trusted)
    for (const line of lines) console.log(line)
    return exitCode
  }
  const { runtime, database } = await openRuntime(config)
  try {
    const { lines, exitCode } = await verifyLedgers(runtime, { business: args.values.business, trusted })
    for (const line of lines) console.log(line)
    return exitCode
  } finally {
    await database.close()
  }
}
