import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export interface Received {
  from: string
  to: string[]
  /** The whole message as it came, headers and body. */
  source: string
}

/** An SMTP server on the loopback that takes every message over and keeps it. */
export interface MailServer {
  url: string
  received: Received[]
  /** Answers RCPT with this line instead of taking the message; undefined takes it. */
  refuse: string | undefined
  close(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    converse(socket, mail)
  })
  const mail: MailServer = {
    url: '',
    received: [],
    refuse: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  mail.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  return mail
}

/** Just enough of RFC 5321 for one client that behaves. */
function converse(socket: Socket, mail: MailServer): void {
  let waiting = ''
  let inMessage = false
  let message: Received = { from: '', to: [], source: '' }
  const say = (line: string) => socket.write(`${line}\r\n`)
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase()
    const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
    if (verb === 'MAIL') message = { from: address, to: [], source: '' }
    if (verb === 'RCPT' && mail.refuse) return say(mail.refuse)
    if (verb === 'RCPT') message.to.push(address)
    if (verb === 'DATA') {
      inMessage = true
      return say('354 go on')
    }
    say(verb === 'QUIT' ? '221 bye' : '250 fine')
    if (verb === 'QUIT') socket.end()
  }
  socket.setEncoding('utf8')
  socket.on('data', (chunk) => {
    waiting += chunk
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      if (!inMessage) command(line)
      else if (line === '.') {
        inMessage = false
        mail.received.push(message)
        say('250 kept as 1')
      } else message.source += `${line.startsWith('.') ? line.slice(1) : line}\r\n`
    }
  })
  say('220 test mail server')
}

/** The parts of a multipart message, decoded: text and attachments in order. */
export function partsOf(source: string): { headers: string; body: string }[] {
  const border = /boundary="([^"]+)"/.exec(source)?.[1] ?? ''
  return source
    .split(`--${border}`)
    .slice(1, -1)
    .map((part) => {
      const split = part.indexOf('\r\n\r\n')
      const [headers, body] = [part.slice(0, split), part.slice(split + 4)]
      return { headers, body: decode(headers, body) }
    })
}

function decode(headers: string, body: string): string {
  if (/transfer-encoding: base64/i.test(headers)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/transfer-encoding: quoted-printable/i.test(headers)) return body.replaceAll('\r\n', '\n')
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll('\r\n', '\n')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
