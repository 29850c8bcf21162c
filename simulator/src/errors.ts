import { traceId } from './ids.ts'

interface ErrorRow {
  http: number
  title: string
  type?: string
}

/**
 * Meta's error codes the simulator can answer with: HTTP status and title, as in Meta's page of error codes.
 * The same title is used in the envelope of a refused request and in the `errors` of a failed status.
 */
const ERRORS = {
  1: { http: 400, title: 'API Unknown' },
  4: { http: 429, title: 'Application request limit reached' },
  33: { http: 400, title: 'Parameter value is not valid' },
  100: { http: 400, title: 'Invalid parameter' },
  190: { http: 401, title: 'Access token has expired' },
  2500: { http: 400, title: 'Unknown path components' },
  130429: { http: 400, title: 'Rate limit hit' },
  131008: { http: 400, title: 'Required parameter is missing' },
  131009: { http: 400, title: 'Parameter value is not valid' },
  131021: { http: 400, title: 'Recipient cannot be sender' },
  131026: { http: 400, title: 'Message undeliverable' },
  131031: { http: 403, title: 'Account has been locked' },
  131047: { http: 400, title: 'Re-engagement message' },
  131048: { http: 400, title: 'Spam rate limit hit' },
  131050: { http: 400, title: 'User has stopped receiving marketing messages' },
  131051: { http: 400, title: 'Unsupported message type' },
  131053: { http: 400, title: 'Media upload error' },
  131056: { http: 400, title: '(Business Account, Consumer Account) pair rate limit hit' },
  131059: { http: 400, title: 'Invalid cursor' },
  131062: { http: 400, title: 'Template cannot be sent to a business-scoped user id' },
  132000: { http: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { http: 404, title: 'Template name does not exist in the translation' },
  132005: { http: 400, title: 'Translated text too long' },
  132012: { http: 400, title: 'Parameter format does not match format in the created template' },
  132015: { http: 400, title: 'Template is paused' },
  132016: { http: 400, title: 'Template is disabled' },
  132018: { http: 400, title: 'There is an issue with the parameters of the template' },
  133005: { http: 400, title: 'Two-step verification PIN mismatch' },
  133010: { http: 400, title: 'Phone number not registered' },
} as const satisfies Record<number, ErrorRow>

export type ErrorCode = keyof typeof ERRORS

const HREF = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/'

interface Extra {
  http?: number
  type?: string
  subcode?: number
  message?: string
  userTitle?: string
  userMessage?: string
  retryAfter?: number
}

/** A request the Graph API refuses; thrown by handlers, turned into Meta's envelope at the edge. */
export class GraphFault extends Error {
  readonly code: ErrorCode
  readonly details: string | undefined
  readonly extra: Extra

  constructor(code: ErrorCode, details?: string, extra: Extra = {}) {
    super(extra.message ?? `(#${code}) ${ERRORS[code].title}`)
    this.code = code
    this.details = details
    this.extra = extra
  }

  get http(): number {
    return this.extra.http ?? ERRORS[this.code].http
  }

  /** The body of the answer, in the shape of Meta's error envelope. */
  envelope(): { error: Record<string, unknown> } {
    const { subcode, userTitle, userMessage, type } = this.extra
    return {
      error: {
        message: this.message,
        type: type ?? 'OAuthException',
        code: this.code,
        ...(this.details && { error_data: { messaging_product: 'whatsapp', details: this.details } }),
        ...(subcode && { error_subcode: subcode }),
        ...(userTitle && { is_transient: false, error_user_title: userTitle, error_user_msg: userMessage }),
        fbtrace_id: traceId(),
      },
    }
  }
}

/** No such object, or none this token may see: HTTP 400, code 100, subcode 33. */
export const unknownObject = (id: string, method = 'get'): GraphFault =>
  new GraphFault(100, undefined, {
    type: 'GraphMethodException',
    subcode: 33,
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
  })

/** A template that may not be created as it is: code 100 with a subcode and text for people. */
export const templateFault = (subcode: number, userTitle: string, userMessage: string): GraphFault =>
  new GraphFault(100, undefined, { subcode, userTitle, userMessage, message: 'Invalid parameter' })

/** One element of `errors` in a failed status. */
export function statusError(code: ErrorCode, details: string): Record<string, unknown> {
  const { title } = ERRORS[code]
  return { code, title, message: title, error_data: { details }, href: HREF }
}
