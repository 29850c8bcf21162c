import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Config, Prepared, Wish } from '../contract.ts'

/** A shop's page on one origin and the public API on another, as in real life; loopback only, for tests. */
export interface FakeShop {
  shopUrl: string
  apiUrl: string
  /** Every request that reached either server, as `METHOD url`. */
  seen: string[]
  wishes: Wish[]
  /** The attributes of the snippet, the page's markup before it, and how the API answers; reset() restores them. */
  dial: Dial
  reset(): void
  stop(): Promise<void>
}

export interface Dial {
  attributes: string
  head: string
  before: string
  policy: string
  config: Config
  problem?: { status: number; body: Record<string, unknown> }
  down: boolean
  redirect: string
  expiresInMs: number
}

const PUBLIC_ID = 'src_laden'

/** Starts both servers; `widgetFile` is the built widget.js. */
export async function startFakeShop(widgetFile: string): Promise<FakeShop> {
  const seen: string[] = []
  const wishes: Wish[] = []
  const dial = fresh()
  const widget = readFileSync(widgetFile)

  const api = createServer(async (request, response) => {
    seen.push(`${request.method} ${request.url}`)
    if (request.url === '/widget.js') {
      return response.setHeader('content-type', 'text/javascript').end(widget)
    }
    if (dial.down) return request.socket.destroy()
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', 'content-type')
    // Invites the browser to keep the answer; the bubble must decline.
    response.setHeader('cache-control', 'public, max-age=3600')
    if (dial.redirect) return response.writeHead(302, { location: dial.redirect }).end()
    if (request.method === 'OPTIONS') return response.writeHead(204).end()
    if (dial.problem)
      return answer(response, dial.problem.status, dial.problem.body, 'application/problem+json')
    if (request.method === 'GET') return answer(response, 200, dial.config)
    wishes.push(await readWish(request))
    const prepared = prepare(dial.config.language, dial.expiresInMs)
    return answer(response, 201, prepared)
  })
  const apiUrl = await listen(api)

  const shop = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (dial.policy) response.setHeader('content-security-policy', dial.policy.replaceAll('API', apiUrl))
    response.end(`<!doctype html><html lang="de"><head><title>Laden</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${dial.head}</head>
      <body><main><h1>Laden</h1>${dial.before}</main>
      <script src="${apiUrl}/widget.js" ${dial.attributes} async></script></body></html>`)
  })
  const shopUrl = await listen(shop)

  return {
    shopUrl,
    apiUrl,
    seen,
    wishes,
    dial,
    reset() {
      seen.length = 0
      wishes.length = 0
      delete dial.problem
      Object.assign(dial, fresh())
    },
    async stop() {
      for (const server of [api, shop]) {
        server.closeAllConnections()
        await new Promise((done) => server.close(done))
      }
    },
  }
}

function fresh(): Dial {
  return {
    attributes: `data-source="${PUBLIC_ID}"`,
    head: '',
    before: '',
    policy: '',
    config: CONFIGS.de,
    down: false,
    redirect: '',
    expiresInMs: 86_400_000,
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

function answer(response: ServerResponse, status: number, body: object, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
}

async function readWish(request: IncomingMessage): Promise<Wish> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

/** Something that looks like a QR code; nobody scans it here. */
function drawSquares(): string {
  const corner = (x: number, y: number) =>
    `M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`
  let path = corner(0, 0) + corner(22, 0) + corner(0, 22)
  for (let at = 0; at < 841; at++) {
    const [x, y] = [at % 29, Math.floor(at / 29)]
    const inCorner = (x < 8 && y < 8) || (x > 20 && y < 8) || (x < 8 && y > 20)
    if (!inCorner && (at * 7919 + y * 104729) % 13 < 6) path += `M${x} ${y}h1v1h-1z`
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path fill-rule="evenodd" d="${path}"/></svg>`
}

function prepare(language: string, expiresInMs: number): Prepared {
  const text =
    language === 'de'
      ? 'Hallo Rösterei Nordlicht, ja, bitte Neuigkeiten per WhatsApp! (7KD-4MX)'
      : 'Hello Northern Light Coffee, yes please, news on WhatsApp! (7KD-4MX)'
  return {
    code: '7KD-4MX',
    text,
    link: `https://wa.me/4915550001234?text=${encodeURIComponent(text)}`,
    qrSvg: drawSquares(),
    expiresAt: new Date(Date.now() + expiresInMs).toISOString(),
  }
}

const topics = (news: string, newsAbout: string, offers: string, offersAbout: string) => [
  { id: 'top_news', name: news, description: newsAbout },
  { id: 'top_offers', name: offers, description: offersAbout },
]

/** What a German and an English source answer. */
export const CONFIGS: Record<'de' | 'en', Config> = {
  de: {
    business: {
      name: 'Rösterei Nordlicht',
      privacyUrl: 'https://nordlicht.example/datenschutz',
      imprintUrl: 'https://nordlicht.example/impressum',
    },
    language: 'de',
    wordingId: 'wor_de_3',
    topics: topics(
      'Neue Röstungen',
      'Etwa zweimal im Monat, was frisch aus der Trommel kommt. Datenschutz: https://roesterei-nordlicht.example/datenschutz/whatsapp-neuigkeiten',
      'Angebote',
      'Höchstens einmal pro Woche',
    ),
    texts: {
      title: 'Neuigkeiten per WhatsApp',
      intro: 'Schön, dass du da bist! Worüber dürfen wir dir schreiben?',
      consent:
        'Ja, die Rösterei Nordlicht GmbH darf mir zu den gewählten Themen Nachrichten per WhatsApp schicken. Das kann ich jederzeit beenden: Eine Nachricht mit STOP genügt.',
      submit: 'Ja, gerne',
      pickTopic: 'Bitte wähle mindestens ein Thema.',
      phoneLabel: 'Handynummer (freiwillig)',
      phoneHint: 'Wir schreiben dir nie zuerst. Erst deine eigene Nachricht startet etwas.',
      privacy: 'Datenschutz',
      imprint: 'Impressum',
      close: 'Nein, danke',
      scan: 'Scanne den Code mit deinem Handy. WhatsApp öffnet sich mit einer fertigen Nachricht, die du nur noch abschickst.',
      open: 'WhatsApp öffnen',
      retry: 'Noch einmal',
      error: 'Das hat nicht geklappt. Bitte versuche es noch einmal.',
      minimumAge: 'Ab 16 Jahren.',
    },
  },
  en: {
    business: {
      name: 'Northern Light Coffee',
      privacyUrl: 'https://nordlicht.example/privacy',
      imprintUrl: 'https://nordlicht.example/imprint',
    },
    language: 'en',
    wordingId: 'wor_en_3',
    topics: topics('New roasts', 'About twice a month, fresh from the drum', 'Offers', 'Once a week at most'),
    texts: {
      title: 'News on WhatsApp',
      intro: 'Nice to see you! What may we write to you about?',
      consent:
        'Yes, Northern Light Coffee Ltd may send me WhatsApp messages about the topics I chose. I can end this at any time by sending STOP.',
      submit: 'Yes, please',
      pickTopic: 'Please choose at least one topic.',
      phoneLabel: 'Mobile number (optional)',
      phoneHint: 'We never write first. Only your own message starts anything.',
      privacy: 'Privacy',
      imprint: 'Imprint',
      close: 'No, thanks',
      scan: 'Scan the code with your phone. WhatsApp opens with a message ready, and all you do is send it.',
      open: 'Open WhatsApp',
      retry: 'Try again',
      error: 'That did not work. Please try again.',
      minimumAge: 'From 16 years.',
    },
  },
}
