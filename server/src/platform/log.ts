import { type Logger, pino } from 'pino'

export type { Logger }

/**
 * Structured logs to standard output. Nothing personal is ever passed to them (C-47); the redaction list is
 * the second line of defence for what a library may attach by itself.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        'req.headers.authorization',
        'req.headers.cookie',
        '*.token',
        '*.accessToken',
        '*.appSecret',
        '*.verifyToken',
        '*.password',
        '*.phone',
        '*.bsuid',
        '*.name_sealed',
        '*.body',
        '*.email',
      ],
      censor: '[redacted]',
    },
  })
}
