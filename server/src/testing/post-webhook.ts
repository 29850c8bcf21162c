import type { Api } from '../platform/http/index.ts'

/** A webhook as the server gets it from Meta; without a signature when there is none. */
export function postWebhook(
  app: Api,
  { payload, signature }: { payload: string | Buffer; signature: string | undefined },
) {
  return app.inject({
    method: 'POST',
    url: '/webhooks/whatsapp',
    payload,
    headers: {
      'content-type': 'application/json',
      ...(signature === undefined ? {} : { 'x-hub-signature-256': signature }),
    },
  })
}
