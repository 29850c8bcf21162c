import { useEffect, useState } from 'react'
import { changeNumberState } from '../api/simulator.ts'
import type { Limit, SimNumber } from '../api/types.ts'
import { useSettings } from '../app/settings.tsx'
import { control, Field } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import { attempt } from '../ui/toast.ts'
import { Section } from './section.tsx'

const limits: readonly Limit[] = ['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']
const peopleADay: Record<Limit, number | undefined> = {
  TIER_250: 250,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: undefined,
}

type NumberState = Parameters<typeof changeNumberState>[1]

/** Quality, limit and throughput of the business's number; changing one sends the account webhooks. */
export function NumberSection({ number }: { number: SimNumber }) {
  const { words, locale } = useSettings()
  const [wish, setWish] = useState<NumberState>({})
  const shown = { ...number, ...wish }

  // Whatever is loaded next is the truth again.
  useEffect(() => {
    if (number) setWish({})
  }, [number])

  const change = async (state: NumberState) => {
    setWish((before) => ({ ...before, ...state }))
    if (!(await attempt(changeNumberState(number.id, state), words.unreachable))) setWish({})
  }
  return (
    <Section title={words.numberState} hint={`${number.verifiedName} · ${number.displayPhoneNumber}`}>
      <Segments
        label={words.quality}
        value={shown.quality}
        testId="number-quality"
        options={[
          { value: 'GREEN', text: words.qualityName.GREEN, tone: 'good' },
          { value: 'YELLOW', text: words.qualityName.YELLOW, tone: 'warn' },
          { value: 'RED', text: words.qualityName.RED, tone: 'bad' },
          { value: 'UNKNOWN', text: words.qualityName.UNKNOWN },
        ]}
        onChange={(quality) => void change({ quality })}
      />
      <Field label={words.limit} control="number-limit">
        <select
          id="number-limit"
          className={control.input}
          value={shown.limit}
          data-testid="number-limit"
          onChange={(event) => {
            const limit = limits.find((each) => each === event.target.value)
            if (limit) void change({ limit })
          }}
        >
          {limits.map((limit) => (
            <option key={limit} value={limit}>
              {peopleADay[limit]?.toLocaleString(locale) ?? words.limitUnlimited}
            </option>
          ))}
        </select>
      </Field>
      <Segments
        label={words.throughput}
        value={shown.throughput}
        testId="number-throughput"
        options={[
          { value: 'STANDARD', text: words.throughputName.STANDARD },
          { value: 'HIGH', text: words.throughputName.HIGH },
        ]}
        onChange={(throughput) => void change({ throughput })}
      />
    </Section>
  )
}
