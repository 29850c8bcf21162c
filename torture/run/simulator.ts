import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { SimulatorInput } from './simulator-process.ts'

/** On a machine that is busy beyond its cores a connection may take more than the ten seconds that `fetch` gives it. */
const TRIES = 10

export interface Simulator {
  url: string
  /** Calls the control API. @throws Error with what it answered */
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  stop(): Promise<void>
}

/** Starts the simulator in a process of its own, which ends with this one. */
export async function startSimulatorProcess(input: SimulatorInput): Promise<Simulator> {
  const file = fileURLToPath(new URL('./simulator-process.ts', import.meta.url))
  const child = fork(file, [], { execArgv: [] })
  child.send(input)
  const [url] = (await once(child, 'message')) as [string]
  return {
    url,
    async call<T>(method: string, path: string, body?: unknown) {
      const response = await patientFetch(url + path, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      const answer: unknown = await response.json()
      if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
      return answer as T
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

/** Reads are asked for again when nobody answered; the judge must not fall over a busy machine. */
async function patientFetch(url: string, init: RequestInit): Promise<Response> {
  for (let tried = 1; ; tried++) {
    try {
      return await fetch(url, init)
    } catch (error) {
      if (init.method !== 'GET' || tried === TRIES) throw error
    }
  }
}
