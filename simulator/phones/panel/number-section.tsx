import { changeNumberState } from '../api/simulator.ts'
import type { Limit, SimNumber } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import { control, Field } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import { attempt } from '../ui/toast.ts'
import { Section } from './section.tsx'

const limits: readonly Limit[] = ['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']
const limitText: Record<Limit, string | undefined> = {
  TIER_250: '250',
  TIER_2K: '2.000',
  TIER_10K: '10.000',
  TIER_100K: '100.000',
  TIER_UNLIMITED: undefined,
}

/** Quality, limit and throughput of the business's number; changing one sends the account webhooks. */
export function NumberSection({ number }: { number: SimNumber }) {
  const words = useWords()
  const change = (state: Parameters<typeof changeNumberState>[1]) =>
    void attempt(changeNumberState(number.id, state), words.unreachable)
  return (
    <Section title={words.numberState} hint={`${number.verifiedName} · ${number.displayPhoneNumber}`}>
      <Segments
        label={words.quality}
        value={number.quality}
        testId="number-quality"
        options={[
          { value: 'GREEN', text: words.qualityName.GREEN, tone: 'good' },
          { value: 'YELLOW', text: words.qualityName.YELLOW, tone: 'warn' },
          { value: 'RED', text: words.qualityName.RED, tone: 'bad' },
          { value: 'UNKNOWN', text: words.qualityName.UNKNOWN },
        ]}
        onChange={(quality) => change({ quality })}
      />
      <Field label={words.limit} control="number-limit">
        <select
          id="number-limit"
          className={control.input}
          value={number.limit}
          data-testid="number-limit"
          onChange={(event) => {
            const limit = limits.find((each) => each === event.target.value)
            if (limit) change({ limit })
          }}
        >
          {limits.map((limit) => (
            <option key={limit} value={limit}>
              {limitText[limit] ?? words.limitUnlimited}
            </option>
          ))}
        </select>
      </Field>
      <Segments
        label={words.throughput}
        value={number.throughput}
        testId="number-throughput"
        options={[
          { value: 'STANDARD', text: words.throughputName.STANDARD },
          { value: 'HIGH', text: words.throughputName.HIGH },
        ]}
        onChange={(throughput) => change({ throughput })}
      />
    </Section>
  )
}
