import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'

/** A plain message; attachments are text, and arrive byte for byte. */
export interface Mail {
  to: string
  subject: string
  text: string
  attachments?: { fileName: string; text: string }[]
}

/** What the mail server said when it took the message over. */
export interface Handed {
  messageId: string
  answer: string
}

const CONNECT_MS = 10_000
const SILENCE_MS = 30_000

/**
 * Hands one message to the configured mail server.
 * @throws Error when there is none, or when it did not take the message; the message says why and names no secret
 */
export async function sendMail({ mail: settings }: Pick<Config, 'mail'>, mail: Mail): Promise<Handed> {
  if (!settings) throw new Error('No mail server is set: JAWORT_SMTP_URL.')
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const { messageId, response } = await transport.sendMail({
      from: settings.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      attachments: (mail.attachments ?? []).map(({ fileName, text }) => ({
        filename: fileName,
        content: Buffer.from(text, 'utf8'),
        contentType: 'text/plain; charset=utf-8',
        contentTransferEncoding: 'base64' as const,
      })),
    })
    return { messageId, answer: response }
  } finally {
    transport.close()
  }
}
