import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Api } from '../platform/http/index.ts'
import { DAY, type Runtime } from '../platform/index.ts'

const ROOT = join(import.meta.dirname, '../../..')
const ADMIN = join(ROOT, 'admin/dist')
const WIDGET = join(ROOT, 'widget/dist/widget.js')

/** Paths that belong to programs: an unknown one there is a 404, never the admin's page. */
const NOT_PAGES = ['/api/', '/webhooks/', '/docs', '/demo', '/widget.js', '/assets/']

/** The admin, as built; every other path is one of its pages and gets its index. And the bubble's script for shops. */
export async function mountPages(api: Api, runtime: Runtime): Promise<void> {
  api.get('/widget.js', { schema: { hide: true } }, async (_request, reply) => {
    if (!existsSync(WIDGET)) return reply.callNotFound()
    return reply
      .type('text/javascript; charset=utf-8')
      .header('access-control-allow-origin', '*')
      .header('cache-control', 'public, max-age=300')
      .send(readFileSync(WIDGET))
  })
  if (!existsSync(ADMIN)) {
    runtime.log.warn('The pages are not built: run `npm run build`.')
    return
  }
  await api.register(fastifyStatic, { root: ADMIN, serve: false })
  api.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = decodeURIComponent(new URL(request.url, runtime.config.publicUrl).pathname).slice(1)
    if (isFile(path)) {
      // File names under assets carry a hash of their content.
      const maxAge = path.startsWith('assets/') ? YEAR : 0
      return reply.sendFile(path, { maxAge, immutable: maxAge > 0 })
    }
    if (NOT_PAGES.some((prefix) => request.url.startsWith(prefix))) return reply.callNotFound()
    return reply.sendFile('index.html', { maxAge: 0 })
  })
}

const YEAR = 365 * DAY

/** Looked up at every request: the pages may be built again while the server runs. */
function isFile(path: string): boolean {
  const full = join(ADMIN, path)
  return path !== '' && full.startsWith(`${ADMIN}/`) && existsSync(full) && statSync(full).isFile()
}
