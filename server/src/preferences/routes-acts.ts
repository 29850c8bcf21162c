import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Api } from '../platform/http/index.ts'
import { type Runtime, withTransaction } from '../platform/index.ts'
import { erasePerson, exportPerson, exportPersonPdf } from '../privacy/index.ts'
import { askInChat, endTopic } from './acts.ts'
import { isProven, sendCode, tryCode } from './code.ts'
import { gone, Language, type Opened, openPage, send } from './open-page.ts'
import type { Frame } from './page.ts'
import type { Done } from './page-home.ts'
import { codePage, doorPage, erasedPage, noCodePage, readyPage } from './page-rooms.ts'
import { endPause, pauseMarketing } from './pause.ts'

const Params = z.object({ token: z.string() })
const Form = z.object({ token: z.string(), lang: Language })
const Topic = Form.extend({ topic: z.uuid() })
const Pause = Form.extend({ days: z.enum(['30', '90']) })
const Code = Form.extend({ purpose: z.enum(['data', 'erasure']) })
const Typed = Form.extend({ code_id: z.uuid(), code: z.string().max(20) })
const Download = Form.extend({ proof: z.string().max(100), format: z.enum(['pdf', 'json']) })

/** Everything that changes something, or gives something out: forms only, each repeating the link's token. */
export function mountActs(api: Api, runtime: Runtime): void {
  const act = <Fields extends typeof Form>(
    name: string,
    fields: Fields,
    work: (opened: Opened, form: z.infer<Fields>, reply: FastifyReply) => Promise<FastifyReply>,
  ) =>
    api.post(
      `/:token/${name}`,
      {
        config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
        schema: { hide: true, params: Params },
      },
      async (request, reply) => {
        const form = fields.safeParse(request.body)
        if (!form.success) return gone(request, reply)
        const { token, lang } = form.data
        const opened = await openPage(runtime, request.params.token, lang, token)
        return opened ? work(opened, form.data, reply) : gone(request, reply)
      },
    )

  act('topic-off', Topic, async ({ visit, frame }, { topic }, reply) => {
    await endTopic(visit, topic, frame.language)
    return told(reply, frame, 'topic', topic)
  })
  act('all-off', Form, async ({ visit, frame }, _form, reply) => {
    await endTopic(visit, null, frame.language)
    return told(reply, frame, 'all')
  })
  act('topic-on', Topic, async ({ visit, frame, settings }, { topic }, reply) => {
    const asked = !settings.restricted && (await askInChat(visit, topic, frame.language))
    return told(reply, frame, asked ? 'asked' : 'not_asked', topic)
  })
  act('pause', Pause, async ({ visit, frame }, { days }, reply) => {
    await pauseMarketing(visit, days === '30' ? 30 : 90)
    return told(reply, frame, 'pause')
  })
  act('resume', Form, async ({ visit, frame }, _form, reply) => {
    await endPause(visit)
    return told(reply, frame, 'resume')
  })
  act('code', Code, async ({ visit, frame, settings }, { purpose }, reply) => {
    const sent = await sendCode(visit, purpose, frame.language)
    if (sent === 'write_first')
      return send(reply, doorPage(frame, { ...settings, windowOpen: false }, purpose))
    if (sent === 'too_many') return send(reply, noCodePage(frame, purpose, 'too_many'), 429)
    return send(reply, codePage(frame, purpose, sent.codeId))
  })
  act('data', Typed, async ({ visit, frame }, { code_id: codeId, code: typed }, reply) => {
    const answer = await tryCode(visit, { purpose: 'data', codeId, typed })
    if (answer === 'dead') return send(reply, noCodePage(frame, 'data', 'dead'), 422)
    if ('left' in answer) return send(reply, codePage(frame, 'data', codeId, answer.left), 422)
    return send(reply, readyPage(frame, answer.proof))
  })
  act('download', Download, async ({ visit, frame }, { proof, format }, reply) => {
    if (!(await isProven(visit, 'data', proof))) return send(reply, noCodePage(frame, 'data', 'dead'), 422)
    const { ctx, contactId } = visit
    const file =
      format === 'pdf'
        ? await exportPersonPdf(ctx, contactId)
        : JSON.stringify(await exportPerson(ctx, contactId), null, 2)
    return reply
      .type(format === 'pdf' ? 'application/pdf' : 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${frame.business.slug}.${format}"`)
      .send(file)
  })
  act('erase', Typed, async ({ visit, frame }, { code_id: codeId, code: typed }, reply) => {
    // One transaction: a code is used up only if the person is gone with it.
    const answer = await withTransaction(visit.ctx, async (tx) => {
      const tried = await tryCode({ ...visit, ctx: tx }, { purpose: 'erasure', codeId, typed })
      if (tried !== 'dead' && 'proof' in tried) await erasePerson(tx, visit.contactId, { confirm: 'ERASE' })
      return tried
    })
    if (answer === 'dead') return send(reply, noCodePage(frame, 'erasure', 'dead'), 422)
    if ('left' in answer) return send(reply, codePage(frame, 'erasure', codeId, answer.left), 422)
    return send(reply, erasedPage(frame))
  })
}

/** Back to the page, which tells what was done: opening it again does nothing again. */
function told(reply: FastifyReply, { base, language }: Frame, done: Done, topic?: string): FastifyReply {
  const query = new URLSearchParams({ lang: language, done, ...(topic ? { topic } : {}) })
  return reply.redirect(`${base}?${query}`, 303)
}
