import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Agent, fetch } from 'undici'
import type { SimulatorInput } from './simulator-process.ts'

/** A machine that is busy beyond its cores answers late; the judge must not fall over that. */
const PATIENT_MS = 120_000

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
  const patient = new Agent({ connect: { timeout: PATIENT_MS }, headersTimeout: PATIENT_MS })
  return {
    url,
    async call<T>(method: string, path: string, body?: unknown) {
      const response = await fetch(url + path, {
        method,
        dispatcher: patient,
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
      await patient.close()
    },
  }
}
