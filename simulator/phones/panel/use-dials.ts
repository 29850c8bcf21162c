import { useCallback, useEffect, useRef, useState } from 'react'
import { getDials, turnDials } from '../api/simulator.ts'
import type { Dials } from '../api/types.ts'
import { useLive } from '../api/use-live.ts'
import { useWords } from '../app/settings.tsx'
import { attempt } from '../ui/toast.ts'

/** A slider moves many times a second; the simulator hears of it when it has been still this long. */
const settleMs = 180

/** The dials as shown here: what was turned at once, what others turned as soon as it is known. */
export function useDials(): { dials: Dials | undefined; turn(change: Partial<Dials>): void } {
  const words = useWords()
  const { data, reload } = useLive('dials', getDials, (name) => name === 'dials')
  const [turned, setTurned] = useState<Partial<Dials>>({})
  const waiting = useRef<Partial<Dials>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const tell = useCallback(async () => {
    const change = waiting.current
    waiting.current = {}
    await attempt(turnDials(change), words.unreachable)
    reload()
  }, [words, reload])

  // The loaded values are the truth again, unless something was turned after they were asked for.
  useEffect(() => {
    if (data) setTurned({ ...waiting.current })
  }, [data])

  const turn = useCallback(
    (change: Partial<Dials>) => {
      waiting.current = { ...waiting.current, ...change }
      setTurned((before) => ({ ...before, ...change }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void tell(), settleMs)
    },
    [tell],
  )

  return { dials: data && { ...data, ...turned }, turn }
}
