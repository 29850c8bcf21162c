import { useState } from 'react'
import { advanceClock } from '../api/simulator.ts'
import { useSettings } from '../app/settings.tsx'
import { Button } from '../ui/button.tsx'
import { attempt } from '../ui/toast.ts'
import s from './clock-section.module.css'
import { Section } from './section.tsx'

const hour = 3_600_000
const leaps = [1, 6, 24, 168] as const

/** Moves the simulated time forward: windows close, pauses lift, reviews and limits come due. */
export function ClockSection() {
  const { words, locale } = useSettings()
  const [now, setNow] = useState<string>()
  const leap = async (hours: number) => {
    const moved = await attempt(advanceClock(hours * hour), words.unreachable)
    if (moved) setNow(moved.now)
  }
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Section title={words.clock} hint={now ? when.format(new Date(now)) : words.clockHint}>
      <div className={s.leaps}>
        {leaps.map((hours) => (
          <Button key={hours} look="soft" data-testid={`clock-${hours}`} onClick={() => void leap(hours)}>
            {words.leap(hours)}
          </Button>
        ))}
      </div>
    </Section>
  )
}
