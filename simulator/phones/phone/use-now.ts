import { useEffect, useState } from 'react'

const LOOK_EVERY_MS = 5_000

/** The time, precise enough for a clock that shows minutes. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
