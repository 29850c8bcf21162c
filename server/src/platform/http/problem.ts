import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { Problem, type Sentence } from '../errors.ts'

export type Language = 'de' | 'en'

/** The first of German and English that the caller accepts; English when neither is named. */
export function languageOf(request: FastifyRequest): Language {
  const header = request.headers['accept-language'] ?? ''
  const first = header
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((tag) => tag === 'de' || tag === 'en')
  return first === 'de' ? 'de' : 'en'
}

const INVALID: Sentence = {
  de: 'Einige Angaben stimmen noch nicht. Bitte prüfe die markierten Felder.',
  en: 'Some values are not right yet. Please check the marked fields.',
}

/** What the web framework refuses before a verb is asked; its own codes are no contract, these are. */
const REFUSED: Record<number, { code: string; sentence: Sentence }> = {
  400: {
    code: 'malformed',
    sentence: {
      de: 'Diese Anfrage ist unlesbar. Bitte prüfe, ob ihr Inhalt gültiges JSON ist.',
      en: 'This request cannot be read. Please check that its body is valid JSON.',
    },
  },
  413: {
    code: 'too_large',
    sentence: {
      de: 'Das ist zu groß. Bitte schicke weniger auf einmal.',
      en: 'This is too large. Please send less at once.',
    },
  },
  415: {
    code: 'unsupported_media_type',
    sentence: {
      de: 'Diese Art von Inhalt wird hier nicht verstanden. Bitte schicke JSON.',
      en: 'This kind of content is not understood here. Please send JSON.',
    },
  },
  429: {
    code: 'too_many_requests',
    sentence: {
      de: 'Das waren zu viele Anfragen in kurzer Zeit. Bitte warte eine Minute und versuche es noch einmal.',
      en: 'These were too many requests in a short time. Please wait a minute and try again.',
    },
  },
}

/** The one mapping from any error to an RFC 9457 problem: `code` is stable, `detail` is for people, in their language; what is not expected is logged with the request id and told as such. */
export function answerProblem(
  error: FastifyError | Problem | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request)
  if (error instanceof Problem) {
    const fields = error.fields && mapValues(error.fields, (sentence) => sentence[language])
    return send(reply, error.status, error.code, error.sentence[language], fields)
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields: Record<string, string> = {}
    for (const { instancePath, message } of error.validation) {
      fields[instancePath.replace(/^\//, '').replaceAll('/', '.') || 'body'] = message ?? ''
    }
    return send(reply, 422, 'invalid_input', INVALID[language], fields)
  }
  const status = 'statusCode' in error && error.statusCode ? error.statusCode : 500
  if (status < 500 && !isResponseSerializationError(error)) {
    const known = REFUSED[status]
    return send(reply, status, known?.code ?? 'bad_request', known?.sentence[language] ?? error.message)
  }
  request.log.error({ err: error }, 'request failed')
  const sentence = {
    de: `Da ist etwas schiefgegangen. Bitte versuche es noch einmal; bleibt es dabei, nenne der Technik die Nummer ${request.id}.`,
    en: `Something went wrong. Please try again; if it stays, tell your administrator the number ${request.id}.`,
  }
  return send(reply, 500, 'internal', sentence[language])
}

function send(
  reply: FastifyReply,
  status: number,
  code: string,
  detail: string,
  fields?: Record<string, string>,
): FastifyReply {
  const title = TITLES[status] ?? 'Error'
  return reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ type: 'about:blank', title, status, detail, code, ...(fields ? { fields } : {}) })
}

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
