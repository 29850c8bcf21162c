import { formatWitnessKey } from '@jawort/ledger'
import type { Api } from '../../platform/http/index.ts'
import type { Runtime } from '../../platform/index.ts'
import { cosignCheckpoint, openWitness } from './cosign.ts'

/** A checkpoint and sixty hashes are far less. */
const BODY_LIMIT = 32_000

/**
 * This installation as a witness for others (C2SP tlog-witness), without a sign-in: what it cosigns is decided by the keys in
 * JAWORT_WITNESS_FOR alone. Without any there is nothing here.
 */
export function mountWitness(app: Api, runtime: Runtime): void {
  if (runtime.config.witnessFor.length === 0) return
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    )
    scope.post('/witness/add-checkpoint', { schema: { hide: true } }, async (request, reply) => {
      const { status, text } = await cosignCheckpoint(runtime, String(request.body ?? ''))
      return reply
        .status(status)
        .type(status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8')
        .send(text)
    })
    scope.get('/witness/key', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send(`${formatWitnessKey((await openWitness(runtime)).key)}\n`),
    )
  })
}
