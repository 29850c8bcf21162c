import { IconListSearch, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../app/settings.tsx'
import { Empty } from '../ui/empty.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Segments } from '../ui/segments.tsx'
import { LogLine } from './log-line.tsx'
import s from './log-panel.module.css'
import { type LogKind, useLog } from './use-log.ts'

/** Every request to the Graph API and every webhook, live. */
export function LogPanel() {
  const words = useWords()
  const [kind, setKind] = useState<'all' | LogKind>('all')
  return (
    <div className={s.panel} data-testid="log-panel">
      <div className={s.filter}>
        <Segments
          label={words.tabLog}
          value={kind}
          options={[
            { value: 'all', text: words.logAll },
            { value: 'request', text: words.logRequests },
            { value: 'webhook', text: words.logWebhooks },
          ]}
          onChange={setKind}
        />
      </div>
      <Lines key={kind} kind={kind === 'all' ? undefined : kind} />
    </div>
  )
}

function Lines({ kind }: { kind: LogKind | undefined }) {
  const words = useWords()
  const log = useLog(kind)
  return (
    <>
      <div className={s.tools}>
        <IconButton
          label={log.paused ? words.logResume : words.logPause}
          aria-pressed={log.paused}
          onClick={() => log.setPaused(!log.paused)}
        >
          {log.paused ? <IconPlayerPlay size={19} /> : <IconPlayerPause size={19} />}
        </IconButton>
        <IconButton label={words.logClear} onClick={log.clear}>
          <IconTrash size={19} />
        </IconButton>
      </div>
      {log.entries.length === 0 ? (
        <Empty icon={<IconListSearch size={26} />} title={words.logEmpty} hint={words.logEmptyHint} />
      ) : (
        <ul className={s.list}>
          {log.entries.map((entry) => (
            <LogLine key={entry.seq} entry={entry} />
          ))}
        </ul>
      )}
    </>
  )
}
