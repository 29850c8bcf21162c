import { startSimulator } from './index.ts'

const say = (text: string, facts: Record<string, unknown> = {}): void => {
  const rest = Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : ''
  process.stdout.write(`${text}${rest}\n`)
}

const { url, close } = await startSimulator({
  host: '127.0.0.1',
  port: 4001,
  logger: { info: (facts, text) => say(text, facts), warn: (facts, text) => say(text, facts) },
})
say(`Simulator: ${url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
