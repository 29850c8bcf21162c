import { z } from 'zod'
import { channelCredentials } from '../channels/index.ts'
import { type Context, Problem } from '../platform/index.ts'
import { createGraphClient, type GraphClient, type GraphError, type GraphResult } from '../whatsapp/index.ts'
import type { TemplateState } from './template.ts'

/** Runs `work` with a client for the channel's account and closes its connections afterwards. Never inside a transaction. */
export async function withGraph<T>(
  ctx: Context,
  channelId: string,
  work: (client: GraphClient) => Promise<T>,
): Promise<T> {
  const { accessToken, appSecret } = await channelCredentials(ctx, channelId)
  const client = createGraphClient({
    baseUrl: ctx.config.graphBaseUrl,
    version: ctx.config.graphVersion,
    token: accessToken,
    appSecret,
  })
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

/** The value of an answer. @throws Problem `meta_refused` with Meta's words, `meta_silent` when the outcome is not known */
export function expectAnswer<T>(result: GraphResult<T>): T {
  if (result.ok === true) return result.value
  if (result.ok === 'unknown') {
    throw new Problem('unavailable', 'meta_silent', {
      de: 'WhatsApp hat nicht geantwortet. Bitte gleiche die Vorlagen in einer Minute ab und versuche es dann noch einmal.',
      en: 'WhatsApp did not answer. Please synchronise the templates in a minute and then try again.',
    })
  }
  throw metaRefused(result.error)
}

function metaRefused({ code, subcode, title, detail }: GraphError): Problem {
  const words = [title, detail].filter((text, index, all) => text && all.indexOf(text) === index).join(': ')
  const number = subcode ? `${code}/${subcode}` : String(code)
  return new Problem('conflict', 'meta_refused', {
    de: `WhatsApp lehnt das ab (${number}): ${words}`,
    en: `WhatsApp refuses this (${number}): ${words}`,
  })
}

const STATES: Record<string, TemplateState> = {
  APPROVED: 'approved',
  PENDING: 'pending',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  IN_APPEAL: 'in_appeal',
  PENDING_DELETION: 'pending_deletion',
  DELETED: 'deleted',
  LIMIT_EXCEEDED: 'limit_exceeded',
  ARCHIVED: 'archived',
  // Events of the status webhook that are no states of their own.
  REINSTATED: 'approved',
  UNARCHIVED: 'approved',
}

/**
 * Meta's status, or the event of a status webhook, as our state; null for what changes nothing (FLAGGED, LOCKED …).
 * @param title of the notice, such as `FIRST_PAUSE`
 */
export function stateOf(status: string | undefined, title: string | null = null): TemplateState | null {
  // Meta also tells the ladder of pauses as a lock.
  if (status === 'LOCKED' && /^(FIRST|SECOND)_PAUSE$/.test(title ?? '')) return 'paused'
  if (status === 'UNLOCKED' && title === 'UNPAUSE') return 'approved'
  return STATES[(status ?? '').toUpperCase()] ?? null
}

export function categoryOf(
  category: string | null | undefined,
): 'marketing' | 'utility' | 'authentication' | null {
  const parsed = z.enum(['marketing', 'utility', 'authentication']).safeParse(category?.toLowerCase())
  return parsed.success ? parsed.data : null
}

export function qualityOf(score: string | null | undefined): 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN' {
  const parsed = z.enum(['GREEN', 'YELLOW', 'RED']).safeParse(score?.toUpperCase())
  return parsed.success ? parsed.data : 'UNKNOWN'
}
