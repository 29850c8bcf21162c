import { FormData } from 'undici'
import { z } from 'zod'
import type { GraphResult } from './result.ts'
import { createGraphTransport, type GraphTransport } from './transport.ts'

export interface GraphClientOptions {
  baseUrl: string
  /** For example `v25.0`. */
  version: string
  token: string
  /** With it every request carries `appsecret_proof`, which Meta can be told to demand. */
  appSecret?: string
  /** Connections to share with other clients; without it the client opens and closes its own. */
  transport?: GraphTransport
}

export interface Accepted {
  wamid: string
  /** Only for templates: Meta may hold a message back while it watches the quality of the first ones. */
  status: 'accepted' | 'held' | 'paused'
}

const Sent = z.looseObject({
  messages: z
    .array(z.looseObject({ id: z.string().min(1), message_status: z.string().optional().catch(undefined) }))
    .min(1),
})
const Success = z.looseObject({ success: z.boolean().optional() })
const Created = z.looseObject({
  id: z.string(),
  status: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
})
const PageAnswer = z.looseObject({
  data: z.array(z.looseObject({})),
  paging: z
    .looseObject({
      cursors: z.looseObject({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional()
    .catch(undefined),
})
const Fields = z.looseObject({ id: z.string().optional() })
const MediaAnswer = z.looseObject({ id: z.string() })
const UploadAnswer = z.looseObject({ h: z.string() })
const DebugAnswer = z.looseObject({ data: z.looseObject({}) })

type Loose = Record<string, unknown>

/** A message that finds no connection for so long is not sent: its person may have withdrawn meanwhile. */
const START_WITHIN_MS = 500

const NUMBER_FIELDS =
  'id,display_phone_number,verified_name,quality_rating,status,name_status,throughput,whatsapp_business_manager_messaging_limit,platform_type'
const WABA_FIELDS =
  'id,name,currency,country,timezone_id,account_review_status,business_verification_status,ownership_type'
const TEMPLATE_FIELDS =
  'id,name,status,category,language,quality_score,components,parameter_format,rejected_reason,previous_category,correct_category'

/**
 * The Graph API for one channel, as far as Jawort uses it. Every answer is a value (`GraphResult`); nothing is thrown for
 * what Meta says or the network does. Source: Meta, WhatsApp Cloud API reference.
 */
export function createGraphClient(options: GraphClientOptions) {
  const transport = options.transport ?? createGraphTransport(options)
  const { token, appSecret } = options

  async function call<S extends z.ZodType>(
    schema: S,
    what: Parameters<GraphTransport['call']>[2],
  ): Promise<GraphResult<z.infer<S>>> {
    const result = await transport.call(token, appSecret, what)
    if (result.ok !== true) return result
    const parsed = schema.safeParse(result.value)
    return parsed.success
      ? { ok: true, value: parsed.data }
      : { ok: 'unknown', detail: 'the answer has an unexpected shape' }
  }

  async function list(path: string, query: Record<string, string>): Promise<GraphResult<Loose[]>> {
    const items: Loose[] = []
    let after: string | undefined
    do {
      const page = await call(PageAnswer, { method: 'GET', path, query: after ? { ...query, after } : query })
      if (page.ok !== true) return page
      items.push(...page.value.data)
      after = page.value.paging?.next ? page.value.paging.cursors?.after : undefined
    } while (after)
    return { ok: true, value: items }
  }

  return {
    /** Sends one message. The body is complete: address, type, callback data. */
    async sendMessage(phoneNumberId: string, body: object): Promise<GraphResult<Accepted>> {
      const result = await call(Sent, {
        method: 'POST',
        path: `${phoneNumberId}/messages`,
        body,
        startWithinMs: START_WITHIN_MS,
      })
      if (result.ok !== true) return result
      const [message] = result.value.messages
      if (!message) return { ok: 'unknown', detail: 'the answer names no message' }
      return { ok: true, value: { wamid: message.id, status: acceptedAs(message.message_status) } }
    },
    markRead: (phoneNumberId: string, wamid: string) =>
      call(Success, {
        method: 'POST',
        path: `${phoneNumberId}/messages`,
        body: { messaging_product: 'whatsapp', status: 'read', message_id: wamid },
      }),

    createTemplate: (wabaId: string, body: object) =>
      call(Created, { method: 'POST', path: `${wabaId}/message_templates`, body }),
    /** All templates of the account, page by page. */
    listTemplates: (wabaId: string, query: Record<string, string> = {}) =>
      list(`${wabaId}/message_templates`, { fields: TEMPLATE_FIELDS, limit: '100', ...query }),
    editTemplate: (templateId: string, body: object) =>
      call(Success, { method: 'POST', path: templateId, body }),
    /** Deletes one language of a template; without `templateId` all languages of the name. */
    deleteTemplate: (wabaId: string, name: string, templateId?: string) =>
      call(Success, {
        method: 'DELETE',
        path: `${wabaId}/message_templates`,
        query: templateId ? { name, hsm_id: templateId } : { name },
      }),

    getNumber: (phoneNumberId: string, fields = NUMBER_FIELDS) =>
      call(Fields, { method: 'GET', path: phoneNumberId, query: { fields } }),
    getWaba: (wabaId: string, fields = WABA_FIELDS) =>
      call(Fields, { method: 'GET', path: wabaId, query: { fields } }),
    /** What people see of the number: about, description, e-mail, websites. */
    getProfile: (phoneNumberId: string) =>
      call(PageAnswer, {
        method: 'GET',
        path: `${phoneNumberId}/whatsapp_business_profile`,
        query: { fields: 'about,description,email,websites' },
      }),
    /** Where content is stored, among other settings. */
    getSettings: (phoneNumberId: string) =>
      call(Fields, { method: 'GET', path: `${phoneNumberId}/settings` }),
    phoneNumbers: (wabaId: string) => list(`${wabaId}/phone_numbers`, { limit: '100' }),
    subscribeApp: (wabaId: string, body?: object) =>
      call(Success, { method: 'POST', path: `${wabaId}/subscribed_apps`, body }),
    subscribedApps: (wabaId: string) => list(`${wabaId}/subscribed_apps`, {}),

    /** Uploads a file to send it by id; kept by Meta for 30 days. */
    uploadMedia(phoneNumberId: string, file: Uint8Array<ArrayBuffer>, type: string, fileName: string) {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', type)
      form.set('file', new Blob([file], { type }), fileName)
      return call(MediaAnswer, { method: 'POST', path: `${phoneNumberId}/media`, body: form })
    },
    /** Uploads the example picture of a template's header; the handle goes into the template (resumable upload, two calls). */
    async uploadHeader(
      appId: string,
      file: Buffer,
      type: string,
      fileName: string,
    ): Promise<GraphResult<{ handle: string }>> {
      const session = await call(MediaAnswer, {
        method: 'POST',
        path: `${appId}/uploads`,
        query: { file_name: fileName, file_length: String(file.length), file_type: type },
      })
      if (session.ok !== true) return session
      const uploaded = await call(UploadAnswer, {
        method: 'POST',
        path: session.value.id,
        body: file,
        headers: {
          authorization: `OAuth ${token}`,
          file_offset: '0',
          'content-type': 'application/octet-stream',
        },
      })
      return uploaded.ok === true ? { ok: true, value: { handle: uploaded.value.h } } : uploaded
    },
    /** What a token may do and until when; also tells the app id. */
    debugToken: () =>
      call(DebugAnswer, { method: 'GET', path: 'debug_token', query: { input_token: token } }),

    /** Closes the connections, unless they are shared. */
    close: async () => {
      if (!options.transport) await transport.close()
    },
  }
}

export type GraphClient = ReturnType<typeof createGraphClient>

function acceptedAs(status: string | undefined): Accepted['status'] {
  if (status === 'held_for_quality_assessment') return 'held'
  return status === 'paused' ? 'paused' : 'accepted'
}
