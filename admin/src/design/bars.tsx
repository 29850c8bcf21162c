import type { ReactNode } from 'react'
import { useFormat } from '../i18n/format.ts'
import classes from './bars.module.css'
import type { Tone } from './state-badge.tsx'

export interface FunnelStep {
  key: string
  label: ReactNode
  count: number
  tone?: Tone
}

/** Steps that narrow: each bar is its share of the first, with the share of the step before at its right. */
export function Funnel({ steps, label }: { steps: FunnelStep[]; label: string }) {
  const format = useFormat()
  const first = steps[0]?.count ?? 0
  return (
    <ol className={classes.list} aria-label={label}>
      {steps.map((step, index) => {
        const before = index === 0 ? undefined : steps[index - 1]?.count
        return (
          <li key={step.key} className={classes.item}>
            <div className={classes.words}>
              <span>{step.label}</span>
              <span className={classes.numbers}>
                {before ? <span className={classes.share}>{format.percent(step.count / before)}</span> : null}
                <strong>{format.number(step.count)}</strong>
              </span>
            </div>
            <Track start={0} width={first ? step.count / first : 0} tone={step.tone ?? 'good'} />
          </li>
        )
      })}
    </ol>
  )
}

export interface WaterfallProps {
  label: string
  start: { label: ReactNode; count: number }
  /** What is taken away, in order. */
  steps: { key: string; label: ReactNode; count: number }[]
  end: { label: ReactNode; count: number }
}

/** How a start becomes an end: each step removes a visible piece (an audience and its exclusions). */
export function Waterfall({ label, start, steps, end }: WaterfallProps) {
  const format = useFormat()
  const scale = Math.max(start.count, 1)
  let left = start.count
  const rows = steps.map((step) => {
    left -= step.count
    return { ...step, start: Math.max(left, 0) / scale, width: step.count / scale }
  })
  return (
    <ol className={classes.list} aria-label={label}>
      <li className={classes.item} data-strong>
        <div className={classes.words}>
          <span>{start.label}</span>
          <strong>{format.number(start.count)}</strong>
        </div>
        <Track start={0} width={start.count / scale} tone="quiet" />
      </li>
      {rows.map((row) => (
        <li key={row.key} className={classes.item}>
          <div className={classes.words}>
            <span>{row.label}</span>
            <strong>−{format.number(row.count)}</strong>
          </div>
          <Track start={row.start} width={row.width} tone="plan" />
        </li>
      ))}
      <li className={classes.item} data-strong>
        <div className={classes.words}>
          <span>{end.label}</span>
          <strong>{format.number(end.count)}</strong>
        </div>
        <Track start={0} width={end.count / scale} tone="good" />
      </li>
    </ol>
  )
}

/** One bar made of parts that fill it from the left (progress of a campaign by state). */
export function PartsBar({
  total,
  parts,
  label,
}: {
  total: number
  parts: { key: string; count: number; tone: Tone }[]
  label: string
}) {
  return (
    <div className={classes.track} data-thick role="img" aria-label={label}>
      {parts
        .filter((part) => part.count > 0)
        .map((part) => (
          <span
            key={part.key}
            className={classes.part}
            data-tone={part.tone}
            style={{ width: `${(part.count / Math.max(total, 1)) * 100}%` }}
          />
        ))}
    </div>
  )
}

function Track({ start, width, tone }: { start: number; width: number; tone: Tone }) {
  return (
    <div className={classes.track} aria-hidden>
      <span
        className={classes.bar}
        data-tone={tone}
        style={{ marginLeft: `${start * 100}%`, width: `${Math.min(width, 1) * 100}%` }}
      />
    </div>
  )
}
