import {
  IconAdjustmentsHorizontal,
  IconLayoutSidebarRightCollapse,
  IconListSearch,
  IconUser,
} from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import type { SimNumber } from '../api/types.ts'
import { go, type PanelName, useRoute } from '../app/route.ts'
import { useWords } from '../app/settings.tsx'
import { useMedia, wideScreen } from '../app/use-media.ts'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { DialsPanel } from './dials-panel.tsx'
import { LogPanel } from './log-panel.tsx'
import s from './panel.module.css'
import { PersonPanel } from './person-panel.tsx'

interface PanelProps {
  personId?: string
  number?: SimNumber
}

type Tab = Exclude<PanelName, 'none'>

const tabs = [
  { name: 'person', word: 'tabPerson', icon: IconUser },
  { name: 'dials', word: 'tabDials', icon: IconAdjustmentsHorizontal },
  { name: 'log', word: 'tabLog', icon: IconListSearch },
] as const

/** Person, dials and log: beside the phone on a wide screen, else a sheet. The address says which is open. */
export function Panel(props: PanelProps) {
  const words = useWords()
  const wide = useMedia(wideScreen)
  const route = useRoute()
  const tab = route.panel ?? (wide ? 'person' : 'none')

  if (tab === 'none') {
    if (!wide) return null
    return (
      <section className={s.rail} aria-label={words.panel}>
        {tabs.map(({ name, word, icon: Icon }) => (
          <IconButton key={name} label={words[word]} onClick={() => go({ panel: name })}>
            <Icon size={20} />
          </IconButton>
        ))}
      </section>
    )
  }
  if (!wide) {
    return (
      <Dialog title={words.panel} look="sheet" onClose={() => go({ panel: undefined })}>
        <Tabs tab={tab} {...props} />
      </Dialog>
    )
  }
  return (
    <section className={s.panel} aria-label={words.panel}>
      <IconButton label={words.closePanel} className={s.collapse} onClick={() => go({ panel: 'none' })}>
        <IconLayoutSidebarRightCollapse size={20} />
      </IconButton>
      <Tabs tab={tab} {...props} />
    </section>
  )
}

function Tabs({ tab, personId, number }: PanelProps & { tab: Tab }) {
  const words = useWords()
  const list = useRef<HTMLDivElement>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const here = tabs.findIndex((each) => each.name === tab)
    const next = tabs[(here + step + tabs.length) % tabs.length]
    if (!next) return
    go({ panel: next.name })
    list.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus()
  }

  return (
    <>
      <div
        ref={list}
        className={s.tabs}
        role="tablist"
        aria-label={words.panel}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {tabs.map(({ name, word, icon: Icon }) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            className={s.tab}
            aria-selected={tab === name}
            aria-controls="panel-body"
            tabIndex={tab === name ? 0 : -1}
            data-testid={`tab-${name}`}
            onClick={() => go({ panel: name })}
          >
            <Icon size={17} aria-hidden="true" /> {words[word]}
          </button>
        ))}
      </div>
      <div id="panel-body" className={s.body} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'person' && <PersonPanel key={personId} personId={personId} number={number} />}
        {tab === 'dials' && <DialsPanel number={number} />}
        {tab === 'log' && <LogPanel />}
      </div>
    </>
  )
}
