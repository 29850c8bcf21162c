import { startSimulator } from './index.ts'

const { url, close } = await startSimulator({
  host: '127.0.0.1',
  port: 4001,
  logger: {
    info: (facts, text) => console.info(text, facts),
    warn: (facts, text) => console.warn(text, facts),
  },
})
console.info(`Simulator: ${url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
