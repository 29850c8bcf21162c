import { useCallback, useEffect, useReducer, useState } from 'react'
import { readLog } from '../api/simulator.ts'
import type { LogEntry } from '../api/types.ts'
import { findLogEnd } from './log-end.ts'

/** How many entries are shown; a crowd makes thousands a second, and nobody reads those here. */
const kept = 300
const everyMs = 800
const pageSize = 300

export type LogKind = 'request' | 'webhook'

interface Log {
  entries: readonly LogEntry[]
  paused: boolean
  setPaused(paused: boolean): void
  clear(): void
}

type LogAction =
  | { kind: 'add'; entries: readonly LogEntry[] }
  | { kind: 'end'; seq: number }
  | { kind: 'clear' }

/** Newest first; the same entry never twice. A restarted simulator counts from one again: then nothing old stays. */
function logReducer(entries: readonly LogEntry[], action: LogAction): readonly LogEntry[] {
  if (action.kind === 'clear') return []
  if (action.kind === 'end') return (entries[0]?.seq ?? 0) > action.seq ? [] : entries
  const newest = entries[0]?.seq ?? 0
  const added = action.entries.filter((entry) => entry.seq > newest).reverse()
  return added.length ? [...added, ...entries].slice(0, kept) : entries
}

const hasAfter = async (seq: number) => (await readLog({ after: seq, limit: 1 })).entries.length > 0

/** The newest requests and webhooks, followed live while mounted and not paused. Mount it with a key per kind. */
export function useLog(kind: LogKind | undefined): Log {
  const [entries, dispatch] = useReducer(logReducer, [])
  const [paused, setPaused] = useState(false)

  useEffect(() => {
    if (paused) return
    let ended = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let next: number | undefined

    const follow = async () => {
      if (next === undefined) {
        const end = await findLogEnd(hasAfter)
        next = Math.max(0, end - pageSize)
        if (!ended) dispatch({ kind: 'end', seq: end })
      }
      const page = await readLog({ after: next, kind, limit: pageSize })
      // A full page means that more happened than anybody reads: jump to the end again.
      next = page.entries.length === pageSize ? undefined : page.next
      if (!ended) dispatch({ kind: 'add', entries: page.entries })
    }
    const round = async () => {
      if (document.visibilityState === 'visible') {
        // The connection note tells when the simulator is away; the next round tries again.
        await follow().catch(() => {
          next = undefined
        })
      }
      if (!ended) timer = setTimeout(() => void round(), everyMs)
    }

    void round()
    return () => {
      ended = true
      clearTimeout(timer)
    }
  }, [kind, paused])

  return { entries, paused, setPaused, clear: useCallback(() => dispatch({ kind: 'clear' }), []) }
}
