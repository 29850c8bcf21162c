import type { RateName } from '../api/types.ts'
import { useSettings } from '../app/settings.tsx'
import { fromTrack, percent, type Scale, toTrack } from './dial-scale.ts'
import s from './rate-dial.module.css'

interface RateDialProps {
  name: RateName
  value: number
  scale?: Scale
  onChange(value: number): void
}

/** A slider for a rate between nobody and everybody. */
export function RateDial({ name, value, scale = 'even', onChange }: RateDialProps) {
  const { words, locale } = useSettings()
  const place = toTrack(value, scale)
  return (
    <label className={s.dial}>
      <span className={s.name}>{words.dial[name]}</span>
      <output className={s.value}>{percent(value, locale)}</output>
      <input
        type="range"
        min={0}
        max={200}
        value={place}
        aria-valuetext={percent(value, locale)}
        data-testid={`dial-${name}`}
        style={{ backgroundSize: `${place / 2}% 100%` }}
        onChange={(event) => onChange(fromTrack(event.target.valueAsNumber, scale))}
      />
    </label>
  )
}
