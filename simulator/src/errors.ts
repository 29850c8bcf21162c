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
  0: { http: 401, title: 'AuthException' },
  1: { http: 400, title: 'API Unknown' },
  2: { http: 503, title: 'API Service' },
  3: { http: 500, title: 'API Method' },
  4: { http: 429, title: 'Application request limit reached' },
  10: { http: 403, title: 'Permission Denied' },
  33: { http: 400, title: 'Parameter value is not valid' },
  100: { http: 400, title: 'Invalid parameter' },
  190: { http: 401, title: 'Access token has expired' },
  200: { http: 403, title: 'API Permission' },
  368: { http: 403, title: 'Temporarily blocked for policies violations' },
  2500: { http: 400, title: 'Unknown path components' },
  80007: { http: 429, title: 'Rate limit issues' },
  130429: { http: 400, title: 'Rate limit hit' },
  130472: { http: 400, title: "User's number is part of an experiment" },
  130497: { http: 403, title: 'Business account is restricted from messaging users in this country' },
  131000: { http: 500, title: 'Something went wrong' },
  131005: { http: 403, title: 'Access denied' },
  131008: { http: 400, title: 'Required parameter is missing' },
  131009: { http: 400, title: 'Parameter value is not valid' },
  131016: { http: 500, title: 'Service unavailable' },
  131021: { http: 400, title: 'Recipient cannot be sender' },
  131026: { http: 400, title: 'Message undeliverable' },
  131030: { http: 400, title: 'Recipient phone number not in allowed list' },
  131031: { http: 403, title: 'Account has been locked' },
  131037: { http: 400, title: 'Display name approval required' },
  131042: { http: 400, title: 'Business eligibility payment issue' },
  131045: { http: 500, title: 'Incorrect certificate' },
  131047: { http: 400, title: 'Re-engagement message' },
  131048: { http: 400, title: 'Spam rate limit hit' },
  131049: { http: 400, title: 'This message was not delivered to maintain healthy ecosystem engagement.' },
  131050: { http: 400, title: 'User has stopped receiving marketing messages' },
  131051: { http: 400, title: 'Unsupported message type' },
  131052: { http: 400, title: 'Media download error' },
  131053: { http: 400, title: 'Media upload error' },
  131055: { http: 400, title: 'Method not allowed' },
  131056: { http: 400, title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { http: 500, title: 'Account in maintenance mode' },
  131059: { http: 400, title: 'Invalid cursor' },
  131061: { http: 400, title: 'Template needs the Marketing Messages API' },
  131062: { http: 400, title: 'Template cannot be sent to a business-scoped user id' },
  131063: { http: 400, title: 'Marketing messages are disabled on Cloud API' },
  131064: { http: 400, title: 'Account limited because of template classification' },
  132000: { http: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { http: 404, title: 'Template name does not exist in the translation' },
  132005: { http: 400, title: 'Translated text too long' },
  132007: { http: 400, title: 'Template format character policy violated' },
  132008: { http: 400, title: 'Template parameter type is not valid' },
  132012: { http: 400, title: 'Parameter format does not match format in the created template' },
  132015: { http: 400, title: 'Template is paused' },
  132016: { http: 400, title: 'Template is disabled' },
  132018: { http: 400, title: 'There is an issue with the parameters of the template' },
  132068: { http: 400, title: 'Flow is in blocked state' },
  132069: { http: 400, title: 'Flow is in throttled state' },
  133000: { http: 500, title: 'Incomplete deregistration' },
  133004: { http: 503, title: 'Server temporarily unavailable' },
  133005: { http: 400, title: 'Two-step verification PIN mismatch' },
  133006: { http: 400, title: 'Phone number re-verification needed' },
  133008: { http: 400, title: 'Too many two-step verification PIN guesses' },
  133009: { http: 400, title: 'Two-step verification PIN guessed too fast' },
  133010: { http: 400, title: 'Phone number not registered' },
  133015: { http: 400, title: 'Wait a few minutes before registering this phone number' },
  133016: { http: 400, title: 'Account register or deregister rate limit exceeded' },
  134011: { http: 400, title: 'Payments terms of service have not been accepted' },
  134100: { http: 400, title: 'Only marketing messages supported' },
  134101: { http: 400, title: 'Template is syncing' },
  134102: { http: 500, title: 'Template is not available for use' },
  135000: { http: 400, title: 'Generic user error' },
  137000: { http: 400, title: 'Identity key hash does not match' },
  139000: { http: 400, title: 'Blocked by integrity' },
  139001: { http: 400, title: 'The flow cannot be updated' },
  139002: { http: 400, title: 'The flow cannot be published' },
  139003: { http: 400, title: 'The flow cannot be deprecated' },
  139004: { http: 400, title: 'The flow cannot be deleted' },
  139100: { http: 400, title: 'Failed to block or unblock some users' },
  139101: { http: 400, title: 'Blocklist limit reached' },
  139102: { http: 400, title: 'Blocklist changed meanwhile' },
  139103: { http: 400, title: 'Internal error of the blocklist' },
  147001: { http: 400, title: 'Username is not valid' },
  147002: { http: 400, title: 'Username is not available' },
  147003: { http: 400, title: 'Number already has a username' },
  147004: { http: 400, title: 'Number is not eligible for a username' },
  147005: { http: 400, title: 'Number has no username' },
  200005: { http: 400, title: 'Template insights are not available' },
  200006: { http: 400, title: 'Template insights cannot be disabled' },
  200007: { http: 400, title: 'Template insights are not enabled' },
  2494100: { http: 400, title: 'The number is in maintenance mode' },
  2593107: { http: 400, title: 'Synchronization request limit exceeded' },
  2593108: { http: 400, title: 'Synchronization requested outside of the time window' },
  2593109: { http: 400, title: 'The business declined to share its chat history' },
} as const satisfies Record<number, ErrorRow>

export type ErrorCode = keyof typeof ERRORS

/** True for a code the simulator has in its table. */
export const isErrorCode = (code: number): code is ErrorCode => code in ERRORS

const HREF = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/'

interface Extra {
  http?: number
  type?: string
  subcode?: number
  message?: string
  userTitle?: string
  userMessage?: string
  retryAfter?: number
  /** Stands in the answer beside `error`. */
  beside?: Record<string, unknown>
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
  envelope(): { error: Record<string, unknown>; [beside: string]: unknown } {
    const { subcode, userTitle, userMessage, type } = this.extra
    return {
      ...this.extra.beside,
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
