import { type Context, Problem } from '../platform/index.ts'
import { createGraphClient, type GraphClient, type GraphResult } from '../whatsapp/index.ts'
import { channelCredentials } from './channel.ts'

/** One request, or a few, with a channel's own credentials; the outcome as a value. */
export async function askMeta<T>(
  ctx: Context,
  channelId: string,
  ask: (client: GraphClient) => Promise<GraphResult<T>>,
): Promise<GraphResult<T>> {
  const { accessToken, appSecret } = await channelCredentials(ctx, channelId)
  const client = createGraphClient({
    baseUrl: ctx.config.graphBaseUrl,
    version: ctx.config.graphVersion,
    token: accessToken,
    appSecret,
  })
  try {
    return await ask(client)
  } finally {
    await client.close()
  }
}

/** What Meta said no to, in Meta's words, or that nothing was heard from it. */
export function metaRefused(answer: Exclude<GraphResult<unknown>, { ok: true }>): Problem {
  if (answer.ok === 'unknown' || answer.error.status === 0)
    return new Problem('unavailable', 'meta_unreachable', {
      de: 'WhatsApp ist gerade nicht erreichbar. Bitte versuche es noch einmal.',
      en: 'WhatsApp cannot be reached at the moment. Please try again.',
    })
  const { title, detail, code } = answer.error
  const said = detail && detail !== title ? `${title}: ${detail} (${code})` : `${title} (${code})`
  return new Problem('invalid', 'meta_refused', {
    de: `WhatsApp hat das abgelehnt: ${said}`,
    en: `WhatsApp refused this: ${said}`,
  })
}
