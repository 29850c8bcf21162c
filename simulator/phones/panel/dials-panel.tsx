import type { Dials, SimNumber } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import { control, Field } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import { Switch } from '../ui/switch.tsx'
import { AccountSection } from './account-section.tsx'
import { ClockSection } from './clock-section.tsx'
import { CrowdSection } from './crowd-section.tsx'
import { NumberSection } from './number-section.tsx'
import { RangeDial } from './range-dial.tsx'
import { RateDial } from './rate-dial.tsx'
import { Section } from './section.tsx'
import { TemplatesSection } from './templates-section.tsx'
import { useDials } from './use-dials.ts'

/** Crowd, behaviour, faults, review and the number's own state: the weather of this small world. */
export function DialsPanel({ number }: { number?: SimNumber }) {
  const { dials, turn } = useDials()
  return (
    <div data-testid="dials-panel">
      {number && <CrowdSection number={number} />}
      {dials && <DialSections dials={dials} turn={turn} />}
      {number && <NumberSection key={number.id} number={number} />}
      {number && <AccountSection key={`waba-${number.wabaId}`} wabaId={number.wabaId} />}
      <ClockSection />
      <TemplatesSection />
    </div>
  )
}

function DialSections({ dials, turn }: { dials: Dials; turn(change: Partial<Dials>): void }) {
  const words = useWords()
  return (
    <>
      <Section title={words.behaviour}>
        <RateDial
          name="optInYesRate"
          value={dials.optInYesRate}
          onChange={(optInYesRate) => turn({ optInYesRate })}
        />
        <RateDial
          name="deliverRate"
          value={dials.deliverRate}
          onChange={(deliverRate) => turn({ deliverRate })}
        />
        <RateDial name="readRate" value={dials.readRate} onChange={(readRate) => turn({ readRate })} />
        <RateDial
          name="tapRate"
          value={dials.tapRate}
          scale="fine"
          onChange={(tapRate) => turn({ tapRate })}
        />
        <RateDial
          name="stopRate"
          value={dials.stopRate}
          scale="fine"
          onChange={(stopRate) => turn({ stopRate })}
        />
        <RateDial
          name="blockRate"
          value={dials.blockRate}
          scale="fine"
          onChange={(blockRate) => turn({ blockRate })}
        />
      </Section>
      <Section title={words.faults} hint={words.faultsHint}>
        <RateDial
          name="rateLimitRate"
          value={dials.rateLimitRate}
          scale="fine"
          onChange={(rateLimitRate) => turn({ rateLimitRate })}
        />
        <RateDial
          name="http429Rate"
          value={dials.http429Rate}
          scale="fine"
          onChange={(http429Rate) => turn({ http429Rate })}
        />
        <RateDial
          name="undeliverableRate"
          value={dials.undeliverableRate}
          scale="fine"
          onChange={(undeliverableRate) => turn({ undeliverableRate })}
        />
        <RateDial
          name="duplicateRate"
          value={dials.duplicateRate}
          scale="fine"
          onChange={(duplicateRate) => turn({ duplicateRate })}
        />
        <Switch
          label={words.shuffle}
          on={dials.shuffle}
          testId="dial-shuffle"
          onChange={(shuffle) => turn({ shuffle })}
        />
      </Section>
      <Section title={words.times}>
        <RangeDial name="latencyMs" value={dials.latencyMs} onChange={(latencyMs) => turn({ latencyMs })} />
        <RangeDial name="deliverMs" value={dials.deliverMs} onChange={(deliverMs) => turn({ deliverMs })} />
        <RangeDial name="readMs" value={dials.readMs} onChange={(readMs) => turn({ readMs })} />
      </Section>
      <Section title={words.review}>
        <Segments
          label={words.verdict}
          value={dials.templateVerdict}
          testId="dial-templateVerdict"
          options={[
            { value: 'approve', text: words.verdictApprove, tone: 'good' },
            { value: 'as_marketing', text: words.verdictMarketing, tone: 'warn' },
            { value: 'reject', text: words.verdictReject, tone: 'bad' },
          ]}
          onChange={(templateVerdict) => turn({ templateVerdict })}
        />
        <Field label={`${words.reviewTime} (${words.milliseconds})`} control="dial-template-delay">
          <input
            id="dial-template-delay"
            type="number"
            className={control.input}
            min={0}
            step={500}
            value={dials.templateDelayMs}
            onChange={(event) => {
              const ms = event.target.valueAsNumber
              if (ms >= 0) turn({ templateDelayMs: Math.round(ms) })
            }}
          />
        </Field>
      </Section>
    </>
  )
}
