// Loaded before the application in a dispatcher's process: notes when each message request is handed to the HTTP client, and when
// its first bytes go to the network. Undici tells by Node's diagnostics channels; the application knows nothing of it.
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'

const FLUSH_MS = 500
const file = process.env.TORTURE_STARTS
const lines: string[] = []

/** Milliseconds since 1970, exact to microseconds: the coarse wall clock says where the fine one begins. */
let offset = calibrate()
function calibrate(): number {
  let best = Number.NEGATIVE_INFINITY
  // At the moment when the wall clock ticks, their difference is largest and exact.
  for (const until = performance.now() + 3; performance.now() < until; )
    best = Math.max(best, Date.now() - performance.now())
  return best
}
const now = () => offset + performance.now()

interface Told {
  request?: { body?: unknown }
}

function note(kind: string, message: unknown): void {
  const body = (message as Told).request?.body
  if (!Buffer.isBuffer(body) && typeof body !== 'string') return
  const id = /"biz_opaque_callback_data":"jw1\.([0-9a-f-]{36})/.exec(body.toString())?.[1]
  if (id) lines.push(`${kind} ${id} ${now().toFixed(3)}`)
}

function flush(): void {
  if (!file || lines.length === 0) return
  appendFileSync(file, `${lines.join('\n')}\n`)
  lines.length = 0
}

if (file) {
  subscribe('undici:request:create', (message) => note('made', message))
  subscribe('undici:client:sendHeaders', (message) => note('wire', message))
  setInterval(() => {
    flush()
    offset = Math.max(calibrate(), offset - 0.05)
  }, FLUSH_MS).unref()
  process.on('exit', flush)
}
