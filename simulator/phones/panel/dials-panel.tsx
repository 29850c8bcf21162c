import type { Dials, RateName, SimNumber } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import { control, Field } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import { Switch } from '../ui/switch.tsx'
import { AccountSection } from './account-section.tsx'
import { ClockSection } from './clock-section.tsx'
import { CrowdSection } from './crowd-section.tsx'
import type { Scale } from './dial-scale.ts'
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
  const rate = (name: RateName, scale: Scale = 'even') => (
    <RateDial name={name} value={dials[name]} scale={scale} onChange={(value) => turn({ [name]: value })} />
  )
  return (
    <>
      <Section title={words.behaviour}>
        {rate('optInYesRate')}
        {rate('deliverRate')}
        {rate('readRate')}
        {rate('tapRate', 'fine')}
        {rate('stopRate', 'fine')}
        {rate('blockRate', 'fine')}
      </Section>
      <Section title={words.faults} hint={words.faultsHint}>
        {rate('rateLimitRate', 'fine')}
        {rate('http429Rate', 'fine')}
        {rate('undeliverableRate', 'fine')}
        {rate('duplicateRate', 'fine')}
        <Switch
          label={words.shuffle}
          on={dials.shuffle}
          testId="dial-shuffle"
          onChange={(shuffle) => turn({ shuffle })}
        />
        <Switch
          label={words.refuseAtOnce}
          on={dials.refuseAtOnce}
          testId="dial-refuseAtOnce"
          onChange={(refuseAtOnce) => turn({ refuseAtOnce })}
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
