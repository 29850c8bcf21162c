import { Tooltip } from '@mantine/core'
import { useEffect, useReducer } from 'react'
import { type Instant, useFormat } from '../i18n/format.ts'

const tickMs = 30_000

/** An amount of money; `digits` 4 for prices of single messages. */
export function Money({
  value,
  currency = 'EUR',
  digits = 2,
}: {
  value: number
  currency?: string
  digits?: number
}) {
  return <span className="tabular">{useFormat().money(value, currency, digits)}</span>
}

/** Date and time as the language writes them, exact to the second in the title. */
export function DateTime({ at, only }: { at: Instant; only?: 'date' | 'time' }) {
  const format = useFormat()
  const text = only === 'date' ? format.date(at) : only === 'time' ? format.time(at) : format.dateTime(at)
  return (
    <time
      className="tabular"
      // A day is one word: it does not break between its parts.
      style={only ? { whiteSpace: 'nowrap' } : undefined}
      dateTime={new Date(at).toISOString()}
      title={format.exact(at)}
    >
      {text}
    </time>
  )
}

/** "vor 3 Minuten", kept true while it is on screen; the exact time in a tooltip. */
export function Relative({ at }: { at: Instant }) {
  const format = useFormat()
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, tickMs)
    return () => clearInterval(timer)
  }, [])
  return (
    <Tooltip label={format.exact(at)}>
      <time dateTime={new Date(at).toISOString()}>{format.relative(at)}</time>
    </Tooltip>
  )
}
