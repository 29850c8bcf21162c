import type { ReactNode } from 'react'
import s from './json.module.css'

const tokenPattern = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g

function paint(text: string): ReactNode[] {
  const parts: ReactNode[] = []
  let last = 0
  for (const match of text.matchAll(tokenPattern)) {
    const [whole, quoted, colon] = match
    if (match.index > last) parts.push(text.slice(last, match.index))
    const look = quoted ? (colon ? s.key : s.string) : s.value
    parts.push(
      <span key={match.index} className={look}>
        {quoted ?? whole}
      </span>,
    )
    if (colon) parts.push(colon)
    last = match.index + whole.length
  }
  parts.push(text.slice(last))
  return parts
}

/** A value as indented, coloured JSON; text stays text. */
export function Json({ title, value }: { title: string; value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return (
    <figure className={s.json}>
      <figcaption>{title}</figcaption>
      <pre>{paint(text)}</pre>
    </figure>
  )
}
