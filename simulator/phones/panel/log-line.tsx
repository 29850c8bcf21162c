import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react'
import { memo, useState } from 'react'
import type { LogEntry } from '../api/types.ts'
import { useSettings } from '../app/settings.tsx'
import { Json } from './json.tsx'
import s from './log-line.module.css'
import { logSubject } from './log-subject.ts'

/** One request (from the business) or webhook (to it); a press opens body and answer. */
export const LogLine = memo(function LogLine({ entry }: { entry: LogEntry }) {
  const { words, locale } = useSettings()
  const [open, setOpen] = useState(false)
  const webhook = entry.kind === 'webhook'
  const bad = entry.status === undefined || entry.status === 0 || entry.status >= 400
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(new Date(entry.at))

  return (
    <li className={s.line} data-testid="log-entry" data-kind={entry.kind}>
      <button type="button" className={s.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span
          className={webhook ? s.webhook : s.request}
          title={webhook ? words.logWebhook : words.logRequest}
        >
          {webhook ? <IconArrowUpRight size={15} aria-hidden /> : <IconArrowDownLeft size={15} aria-hidden />}
          <span className="visually-hidden">{webhook ? words.logWebhook : words.logRequest}</span>
        </span>
        <span className={s.what}>
          <span className={s.subject}>{logSubject(entry)}</span>
          <span className={s.when}>
            {time}
            {entry.attempt !== undefined && entry.attempt > 1 && ` · ${words.logAttempt(entry.attempt)}`}
          </span>
        </span>
        <span className={s.result}>
          <span className={bad ? s.bad : s.good}>{entry.status || '–'}</span>
          {entry.ms !== undefined && <span className={s.ms}>{Math.round(entry.ms)} ms</span>}
        </span>
      </button>
      {open && (
        <div className={s.details}>
          <p className={s.path}>
            {entry.method} {entry.path}
          </p>
          {entry.body !== undefined && <Json title={words.logBody} value={entry.body} />}
          {entry.response !== undefined && <Json title={words.logResponse} value={entry.response} />}
        </div>
      )}
    </li>
  )
})
