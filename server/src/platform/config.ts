import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ProcessRole, ProcessRoles } from './roles.ts'

/** Variables that may also be given as `NAME_FILE`, a path whose content is the value (Docker and systemd secrets). */
const SECRETS = [
  'DATABASE_URL',
  'JAWORT_MASTER_KEY',
  'JAWORT_PREVIOUS_MASTER_KEY',
  'JAWORT_TIMESTAMP_URL',
  'JAWORT_SMTP_URL',
] as const

/** The first is of no use without the second. */
const PAIRS = [
  ['JAWORT_TIMESTAMP_URL', 'JAWORT_TIMESTAMP_CA_FILE'],
  ['JAWORT_WITNESS_URL', 'JAWORT_WITNESS_KEY'],
  ['JAWORT_SMTP_URL', 'JAWORT_SMTP_FROM'],
] as const

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

const webAddress = (example: string) =>
  z.url({ protocol: /^https?$/, error: `must be a whole web address, for example ${example}` })

const masterKey = z
  .string()
  .refine(
    (value) => Buffer.from(value, 'base64').length === 32,
    'must be 32 bytes in base64; `openssl rand -base64 32` makes one',
  )
  .optional()

const Environment = z.object({
  PORT: z
    .string()
    .refine(
      (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
      'must be a whole number from 0 to 65535, for example 4000',
    )
    .transform(Number)
    .default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webAddress('https://messages.example.com').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  JAWORT_DATA_DIR: z.string().default('./data'),
  JAWORT_MASTER_KEY: masterKey,
  JAWORT_PREVIOUS_MASTER_KEY: masterKey,
  GRAPH_BASE_URL: webAddress('https://graph.facebook.com').default('https://graph.facebook.com'),
  GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'must look like v25.0')
    .default('v25.0'),
  JAWORT_ROLES: ProcessRoles.default(ProcessRoles.parse('')),
  JAWORT_POOL: z
    .string()
    .refine(
      (value) => /^\d{1,3}$/.test(value) && Number(value) >= 2,
      'must be a whole number of connections from 2 to 999',
    )
    .transform(Number)
    .optional(),
  JAWORT_KEEP_MESSAGES: z
    .string()
    .refine(
      (value) => /^\d{1,3}$/.test(value) && Number(value) >= 3 && Number(value) <= 120,
      'must be a whole number of months from 3 to 120',
    )
    .transform(Number)
    .default(13),
  JAWORT_TIMESTAMP_URL: webAddress('https://timestamp.example.com').optional(),
  JAWORT_TIMESTAMP_CA_FILE: z
    .string()
    .transform((path) => readSecret(path) ?? '')
    .refine(
      (text) => text.includes('-----BEGIN CERTIFICATE-----'),
      'must be a file with the certificates that the authority’s are checked against, as PEM',
    )
    .optional(),
  JAWORT_WITNESS_URL: webAddress('https://witness.example.com').optional(),
  JAWORT_WITNESS_KEY: z
    .string()
    .regex(
      /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$/,
      'must be the key that the witness prints, name+id+base64',
    )
    .optional(),
  JAWORT_WITNESS_FOR: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (keys) => keys.every((key) => /^[^+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$/.test(key)),
      'must be public keys of ledgers, each name+id+base64, with blanks between them',
    )
    .default([]),
  JAWORT_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must look like smtps://name:password@mail.example.com' })
    .optional(),
  JAWORT_SMTP_FROM: z.email({ error: 'must be an e-mail address' }).optional(),
  JAWORT_WEBHOOK_TARGETS: z
    .enum(['public', 'any'], {
      error: 'must be public, or any: then outgoing webhooks may also go to private addresses',
    })
    .default('public'),
  LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info'),
})

export interface Config {
  port: number
  host: string
  /** Where people and Meta reach this installation, without a trailing slash. */
  publicUrl: string
  /** PostgreSQL; undefined means the embedded database in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  /** 32 bytes in base64; undefined means: keep one in `dataDir`. */
  masterKey: string | undefined
  /** The master key that is being replaced, until `jawort rotate-keys` is through. */
  previousMasterKey: string | undefined
  graphBaseUrl: string
  graphVersion: string
  /** What this process does; several processes share the work on one PostgreSQL. */
  roles: ProcessRole[]
  /** Connections to PostgreSQL, at most; undefined means: as the roles need. Job queue and signals have a few of their own. */
  poolSize: number | undefined
  /** Whole months that messages are kept; campaigns keep their figures beyond that (C-43). */
  keepMessagesMonths: number
  /** Who stamps the ledger's checkpoints with the time (RFC 3161), and the certificates (PEM) that must vouch for it; undefined: nobody. */
  timestamp: { url: string; certificates: string } | undefined
  /** Who cosigns the ledger's checkpoints, and the key it prints; undefined: nobody. */
  witness: { url: string; key: string } | undefined
  /** Printed keys of other installations' ledgers that this one is a witness for. */
  witnessFor: string[]
  /** The mail server and the address that mail comes from; undefined: no mail. */
  mail: { smtpUrl: string; from: string } | undefined
  /** Where outgoing webhooks may go: `any` also to private addresses, and without TLS to this very machine. */
  webhookTargets: 'public' | 'any'
  logLevel: string
}

export class ConfigError extends Error {}

/**
 * Reads the environment once, at start.
 * @throws ConfigError with one line per wrong variable, naming the cure.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const raw: Record<string, string | undefined> = {}
  const lines: string[] = []
  for (const name of Object.keys(Environment.shape)) {
    // An empty variable is what `docker compose` passes for "not set".
    if (env[name]) raw[name] = env[name]
  }
  for (const name of SECRETS) {
    const path = env[`${name}_FILE`]
    if (!path || raw[name]) continue
    const secret = readSecret(path)
    if (secret) raw[name] = secret
    else lines.push(`  ${name}_FILE: must be a file that can be read and is not empty`)
  }
  for (const [name, other] of PAIRS) {
    if (raw[name] && !raw[other]) lines.push(`  ${other}: must be set as well, because ${name} is`)
  }
  const parsed = Environment.safeParse(raw)
  for (const issue of parsed.error?.issues ?? []) lines.push(`  ${String(issue.path[0])}: ${issue.message}`)
  if (!parsed.success || lines.length > 0) {
    throw new ConfigError(`The configuration is not usable:\n${lines.join('\n')}`)
  }
  const e = parsed.data
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: (e.PUBLIC_URL ?? `http://127.0.0.1:${e.PORT}`).replace(/\/+$/, ''),
    databaseUrl: e.DATABASE_URL,
    dataDir: e.JAWORT_DATA_DIR,
    masterKey: e.JAWORT_MASTER_KEY,
    previousMasterKey: e.JAWORT_PREVIOUS_MASTER_KEY,
    graphBaseUrl: e.GRAPH_BASE_URL.replace(/\/+$/, ''),
    graphVersion: e.GRAPH_VERSION,
    roles: e.JAWORT_ROLES,
    poolSize: e.JAWORT_POOL,
    keepMessagesMonths: e.JAWORT_KEEP_MESSAGES,
    ...outside(e),
    webhookTargets: e.JAWORT_WEBHOOK_TARGETS,
    logLevel: e.LOG_LEVEL,
  }
}

/** The ways in which the ledger's checkpoints leave this installation. */
function outside(
  e: z.infer<typeof Environment>,
): Pick<Config, 'timestamp' | 'witness' | 'witnessFor' | 'mail'> {
  const { JAWORT_TIMESTAMP_URL: stampUrl, JAWORT_TIMESTAMP_CA_FILE: certificates } = e
  const { JAWORT_WITNESS_URL: witnessUrl, JAWORT_WITNESS_KEY: key } = e
  const { JAWORT_SMTP_URL: smtpUrl, JAWORT_SMTP_FROM: from } = e
  return {
    timestamp: stampUrl && certificates ? { url: stampUrl, certificates } : undefined,
    witness: witnessUrl && key ? { url: witnessUrl, key } : undefined,
    witnessFor: e.JAWORT_WITNESS_FOR,
    mail: smtpUrl && from ? { smtpUrl, from } : undefined,
  }
}

function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** Meta is never on this machine: a Graph host on the loopback is the simulator. */
export function isSimulated(config: Pick<Config, 'graphBaseUrl'>): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(config.graphBaseUrl).hostname)
}
