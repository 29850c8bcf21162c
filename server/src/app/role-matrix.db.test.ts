import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../platform/http/index.ts'
import { newId, ROLES, type Role } from '../platform/index.ts'
import { createTestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'

const PREFIX = '/api/v1'
const FILE = join(import.meta.dirname, '../../../docs/privacy/roles.md')

interface Row {
  route: string
  roles: Role[]
}

const UPLOADS = /\/contact-imports(\/preview)?$/

/** Routes that every account may call, because they are about the account itself. */
const OWN_ACCOUNT = ['GET /me']

/**
 * A verb asks for the role before it looks at its input. Without the checks of the routes every request reaches its verb, so
 * that 403 says something about the role and nothing else does.
 */
function checksNothing(message: unknown): void {
  const { fastify } = message as { fastify: Api }
  fastify.addHook('onRoute', (route) => {
    route.validatorCompiler = () => () => true
  })
}

describe('roles', () => {
  let runtime: TestRuntime
  let web: TestWeb
  let rows: Row[]

  beforeAll(async () => {
    runtime = await createTestRuntime({ GRAPH_BASE_URL: 'http://127.0.0.1:9' })
    subscribe('fastify.initialization', checksNothing)
    web = await createTestWeb(runtime)
    unsubscribe('fastify.initialization', checksNothing)
    const { businessId } = await createTestBusiness(runtime)
    const cookies = new Map<Role, string>()
    for (const role of ROLES)
      cookies.set(role, await web.signIn({ email: `${role}@blatt.example`, businessId, role }))
    const { paths } = (await web.api.inject('/openapi.json')).json() as {
      paths: Record<string, Record<string, unknown>>
    }
    const routes = Object.entries(paths)
      .filter(([path]) => path.startsWith(`${PREFIX}/`) && !path.startsWith(`${PREFIX}/public/`))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
      )
    rows = []
    for (const [method, path] of routes) {
      const roles: Role[] = []
      for (const role of ROLES) {
        const response = await web.api.inject({
          method: method as 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
          url: path.replaceAll(/\{\w+\}/g, newId()),
          headers: {
            cookie: cookies.get(role) ?? '',
            'x-business-id': businessId,
            ...filled(method, path).headers,
          },
          ...filled(method, path).payload,
        })
        if (response.statusCode !== 403) roles.push(role)
      }
      rows.push({ route: `${method} ${path.replace(PREFIX, '')}`, roles })
    }
    rows.sort(
      (a, b) =>
        (a.route.split(' ')[1] ?? '').localeCompare(b.route.split(' ')[1] ?? '') ||
        a.route.localeCompare(b.route),
    )
  }, 300_000)
  afterAll(async () => {
    await web.close()
    await runtime.close()
  })

  /** An empty body where a route takes one, an empty file where it takes a file; never one that is in order, so that nothing happens. */
  function filled(method: string, path: string) {
    if (method === 'GET' || method === 'DELETE') return { headers: {}, payload: {} }
    if (UPLOADS.test(path)) {
      const part = (about: string, content: string) =>
        `--end\r\ncontent-disposition: form-data; ${about}\r\n\r\n${content}\r\n`
      const mapping = part('name="mapping"', '{"phoneColumn":"nummer"}')
      const file = part('name="file"; filename="a.csv"', '')
      return {
        headers: { 'content-type': 'multipart/form-data; boundary=end' },
        payload: { payload: `${path.endsWith('preview') ? '' : mapping}${file}--end--\r\n` },
      }
    }
    return { headers: { 'content-type': 'application/json' }, payload: { payload: '{}' } }
  }

  const allowed = (pattern: RegExp) => rows.filter(({ route }) => pattern.test(route))

  it('C-50: the table of endpoints and roles is the one that was looked at; if it should change, run this file with `-u`', async () => {
    expect(rows.length).toBeGreaterThan(100)
    const mark = (row: Row) => ROLES.map((role) => (row.roles.includes(role) ? 'yes' : '–')).join(' | ')
    const table = [
      '# Who may call what',
      '',
      'Written by `server/src/app/role-matrix.db.test.ts` from the routes, each called as each role (C-50, Art. 32(1)(b)).',
      '',
      `| Endpoint | ${ROLES.join(' | ')} |`,
      `|---|${ROLES.map(() => '---').join('|')}|`,
      ...rows.map((row) => `| \`${row.route}\` | ${mark(row)} |`),
      '',
    ].join('\n')
    await expect(table).toMatchFileSnapshot(FILE)
  })

  it('C-50: what concerns breaches, requests and duties is for owners and data protection officers', () => {
    const duties = allowed(/ \/records\/(breaches|duties|documents|screening|pack)|^POST \/records\/notices/)
    expect(duties.length).toBeGreaterThan(15)
    for (const row of duties) expect(row, row.route).toEqual({ ...row, roles: ['owner', 'dpo'] })
  })

  it('C-50: people who answer chats export nothing and change nothing for everybody', () => {
    const agent = rows.filter((row) => row.roles.includes('agent')).map((row) => row.route)
    for (const route of agent) {
      expect(route).not.toMatch(
        /\.(csv|pdf|zip)|\/export|\/erase|imports|campaigns\/.*(launch|resume)|^PATCH \/business|^POST \/channels$/,
      )
    }
  })

  it('C-50: whoever answers chats may put a person on hold; to lift it, and to replay what was put aside, takes more', () => {
    expect(allowed(/^POST \/contacts\/\{id\}\/hold$/)[0]?.roles).toContain('agent')
    expect(allowed(/^DELETE \/contacts\/\{id\}\/hold$/)[0]?.roles).toEqual(['owner', 'marketer', 'dpo'])
    expect(allowed(/^POST \/standing\/replay$/)[0]?.roles).toEqual(['owner'])
  })

  it('C-50: members, numbers and going live are for owners alone', () => {
    const owners = allowed(
      /^(POST|PATCH|DELETE) \/(members|invitations|channels)(\/\{id\})?$|^PATCH \/business$|^POST \/records\/channels\/\{id\}\/live$/,
    )
    expect(owners.length).toBeGreaterThan(6)
    for (const row of owners) expect(row, row.route).toEqual({ ...row, roles: ['owner'] })
  })

  it('C-50: the owner may do all that any other role may, except for the installation', () => {
    for (const row of rows) {
      if (row.roles.length > 0 && !OWN_ACCOUNT.includes(row.route))
        expect(row.roles, row.route).toContain('owner')
    }
    expect(allowed(/^POST \/businesses$/)[0]?.roles).toEqual([])
  })
})
