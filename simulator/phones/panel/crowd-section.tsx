import { IconUsersPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { countCrowd, createCrowd } from '../api/simulator.ts'
import type { CrowdCounts, SimNumber } from '../api/types.ts'
import { useLive } from '../api/use-live.ts'
import { useSettings } from '../app/settings.tsx'
import { Button } from '../ui/button.tsx'
import { control, Field } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { attempt, showToast } from '../ui/toast.ts'
import s from './crowd-section.module.css'
import { Section } from './section.tsx'

/** Creates a crowd and shows how far it got. */
export function CrowdSection({ number }: { number: SimNumber }) {
  const { words, locale } = useSettings()
  const crowd = useLive('crowd', countCrowd, (name) => name === 'crowd', 700)
  const [count, setCount] = useState('1000')
  const [optsIn, setOptsIn] = useState(true)
  const [keyword, setKeyword] = useState('START')
  const [busy, setBusy] = useState(false)

  const create = async () => {
    setBusy(true)
    const optIn = optsIn ? { text: keyword.trim() } : undefined
    const made = await attempt(
      createCrowd({ count: Number(count), phoneNumberId: number.id, optIn }),
      words.unreachable,
    )
    setBusy(false)
    if (made) showToast(words.crowdCreated(new Intl.NumberFormat(locale).format(made.created)))
    crowd.reload()
  }

  return (
    <Section title={words.crowdTitle} hint={words.crowdHint}>
      {crowd.data && crowd.data.count > 0 && <Counts counts={crowd.data} />}
      <form
        className={s.form}
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <Field label={words.crowdSize} control="crowd-count">
          <input
            id="crowd-count"
            type="number"
            className={control.input}
            min={1}
            max={100_000}
            required
            value={count}
            data-testid="crowd-count"
            onChange={(event) => setCount(event.target.value)}
          />
        </Field>
        <Switch label={words.crowdOptIn} on={optsIn} onChange={setOptsIn} testId="crowd-opt-in" />
        {optsIn && (
          <input
            className={control.input}
            aria-label={words.crowdOptIn}
            required
            value={keyword}
            data-testid="crowd-keyword"
            onChange={(event) => setKeyword(event.target.value)}
          />
        )}
        <Button type="submit" disabled={busy} data-testid="crowd-create">
          <IconUsersPlus size={19} aria-hidden="true" /> {busy ? words.crowdCreating : words.crowdCreate}
        </Button>
      </form>
    </Section>
  )
}

function Counts({ counts }: { counts: CrowdCounts }) {
  const { words, locale } = useSettings()
  const format = new Intl.NumberFormat(locale)
  const bars = [
    { name: words.countPeople, value: counts.count },
    { name: words.countAsked, value: counts.asked },
    { name: words.countOptedIn, value: counts.optedIn, tone: 'good' },
    { name: words.countDelivered, value: counts.delivered },
    { name: words.countRead, value: counts.read },
    { name: words.countTapped, value: counts.tapped },
    { name: words.countStopped, value: counts.stopped, tone: 'bad' },
    { name: words.countBlocked, value: counts.blocked, tone: 'bad' },
  ]
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <dl className={s.counts} data-testid="crowd-counts">
      {bars.map((bar) => (
        <div key={bar.name} data-tone={bar.tone}>
          <dt>{bar.name}</dt>
          <dd>
            {bar.value > 0 && <i style={{ width: `${(bar.value / most) * 100}%` }} />}
            <span>{format.format(bar.value)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
