import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigError, isSimulated, loadConfig } from './config.ts'

const KEY = Buffer.alloc(32, 1).toString('base64')

function complaint(env: Record<string, string>): string {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('the configuration was accepted')
}

describe('the configuration', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jawort-config-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('needs nothing', () => {
    expect(loadConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:4000',
      databaseUrl: undefined,
      dataDir: './data',
      masterKey: undefined,
      previousMasterKey: undefined,
      graphBaseUrl: 'https://graph.facebook.com',
      graphVersion: 'v25.0',
      roles: ['web', 'intake', 'dispatch', 'jobs'],
      poolSize: undefined,
      keepMessagesMonths: 13,
      timestamp: undefined,
      witness: undefined,
      witnessFor: [],
      mail: undefined,
      webhookTargets: 'public',
      logLevel: 'info',
    })
  })

  it.each([
    ['PORT', '8080', { port: 8080, publicUrl: 'http://127.0.0.1:8080' }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['PUBLIC_URL', 'https://jawort.example/', { publicUrl: 'https://jawort.example' }],
    ['DATABASE_URL', 'postgresql://u:p@db/jawort', { databaseUrl: 'postgresql://u:p@db/jawort' }],
    ['JAWORT_DATA_DIR', '/var/lib/jawort', { dataDir: '/var/lib/jawort' }],
    ['JAWORT_MASTER_KEY', KEY, { masterKey: KEY }],
    ['GRAPH_BASE_URL', 'http://127.0.0.1:4001/', { graphBaseUrl: 'http://127.0.0.1:4001' }],
    ['GRAPH_VERSION', 'v26.1', { graphVersion: 'v26.1' }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['JAWORT_ROLES', ' jobs, intake,intake', { roles: ['intake', 'jobs'] }],
    ['JAWORT_ROLES', 'dispatch', { roles: ['dispatch'] }],
    ['JAWORT_KEEP_MESSAGES', '24', { keepMessagesMonths: 24 }],
    ['JAWORT_POOL', '35', { poolSize: 35 }],
  ])('reads %s', (name, value, expected) => {
    expect(loadConfig({ [name]: value })).toMatchObject(expected)
  })

  it('takes an empty variable for one that is not set', () => {
    const names = ['PORT', 'HOST', 'PUBLIC_URL', 'DATABASE_URL', 'JAWORT_DATA_DIR', 'JAWORT_MASTER_KEY']
    const more = [
      'GRAPH_BASE_URL',
      'GRAPH_VERSION',
      'LOG_LEVEL',
      'DATABASE_URL_FILE',
      'JAWORT_MASTER_KEY_FILE',
    ]
    expect(loadConfig(Object.fromEntries([...names, ...more].map((name) => [name, ''])))).toEqual(
      loadConfig({}),
    )
  })

  it.each([
    ['PORT', '70000', 'whole number from 0 to 65535'],
    ['PORT', 'http', 'whole number from 0 to 65535'],
    ['PORT', '40.5', 'whole number from 0 to 65535'],
    ['PUBLIC_URL', 'jawort.example', 'for example https://messages.example.com'],
    ['PUBLIC_URL', 'mailto:someone@jawort.example', 'for example https://messages.example.com'],
    ['DATABASE_URL', 'mysql://db', 'must start with postgres://'],
    ['JAWORT_MASTER_KEY', 'c2hvcnQ=', 'openssl rand -base64 32'],
    ['GRAPH_BASE_URL', 'graph', 'for example https://graph.facebook.com'],
    ['GRAPH_VERSION', '25', 'must look like v25.0'],
    ['JAWORT_ROLES', 'web,cook', 'web, intake, dispatch, jobs'],
    ['JAWORT_KEEP_MESSAGES', '2', 'from 3 to 120'],
    ['JAWORT_POOL', '1', 'from 2 to 999'],
    ['LOG_LEVEL', 'loud', 'trace, debug, info, warn, error, silent'],
  ])('refuses %s=%s and names the cure', (name, value, cure) => {
    const message = complaint({ [name]: value })
    expect(message).toContain(`${name}: `)
    expect(message).toContain(cure)
  })

  it('names every wrong variable at once, and no value of a secret', () => {
    const message = complaint({ PORT: 'x', LOG_LEVEL: 'y', JAWORT_MASTER_KEY: 'my-secret-passphrase' })
    expect(message.split('\n')).toHaveLength(4)
    expect(message).not.toContain('my-secret-passphrase')
  })

  it.each([
    ['DATABASE_URL', 'postgres://u:p@db/jawort', { databaseUrl: 'postgres://u:p@db/jawort' }],
    ['JAWORT_MASTER_KEY', KEY, { masterKey: KEY }],
  ])('reads %s from a file, without its line break; the variable itself wins', (name, value, expected) => {
    const path = join(folder, name)
    writeFileSync(path, `${value}\n`)
    expect(loadConfig({ [`${name}_FILE`]: path })).toMatchObject(expected)
    const other = name === 'DATABASE_URL' ? 'postgres://other/db' : Buffer.alloc(32, 2).toString('base64')
    expect(JSON.stringify(loadConfig({ [name]: other, [`${name}_FILE`]: path }))).toContain(other)
  })

  it('says which secret file cannot be read, rather than starting without it', () => {
    expect(complaint({ JAWORT_MASTER_KEY_FILE: join(folder, 'missing') })).toContain(
      'JAWORT_MASTER_KEY_FILE: ',
    )
    writeFileSync(join(folder, 'empty'), '\n')
    expect(complaint({ DATABASE_URL_FILE: join(folder, 'empty') })).toContain('DATABASE_URL_FILE: ')
  })

  it('calls nobody outside but Meta unless both halves of a way are set', () => {
    const path = join(folder, 'authorities.pem')
    writeFileSync(path, '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n')
    const url = 'https://name:secret@time.example/stamp'
    const both = { JAWORT_TIMESTAMP_URL: url, JAWORT_TIMESTAMP_CA_FILE: path }
    expect(loadConfig(both).timestamp).toMatchObject({ url, certificates: expect.stringContaining('AA==') })
    expect(complaint({ JAWORT_TIMESTAMP_URL: url })).toContain(
      'JAWORT_TIMESTAMP_CA_FILE: must be set as well',
    )
    writeFileSync(join(folder, 'note'), 'not a certificate')
    const wrong = { ...both, JAWORT_TIMESTAMP_CA_FILE: join(folder, 'note') }
    expect(complaint(wrong)).toContain('JAWORT_TIMESTAMP_CA_FILE: must be a file')
    const mail = { JAWORT_SMTP_URL: 'smtps://mail.example', JAWORT_SMTP_FROM: 'a@shop.example' }
    expect(loadConfig(mail).mail).toEqual({ smtpUrl: 'smtps://mail.example', from: 'a@shop.example' })
    expect(complaint({ JAWORT_SMTP_URL: 'smtp://mail.example' })).toContain('JAWORT_SMTP_FROM: must be set')
    expect(complaint({ ...mail, JAWORT_SMTP_URL: 'mail.example' })).toContain(
      'JAWORT_SMTP_URL: must look like',
    )
  })

  it('knows the simulator by its place on this machine', () => {
    for (const graphBaseUrl of ['http://127.0.0.1:4001', 'http://localhost:1', 'http://[::1]:4001'])
      expect(isSimulated({ graphBaseUrl })).toBe(true)
    expect(isSimulated({ graphBaseUrl: 'https://graph.facebook.com' })).toBe(false)
  })
})
