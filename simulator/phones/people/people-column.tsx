import {
  IconAdjustmentsHorizontal,
  IconChevronLeft,
  IconMessageCircleHeart,
  IconUserPlus,
} from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { countCrowd, listPeople } from '../api/simulator.ts'
import { useLive } from '../api/use-live.ts'
import { go } from '../app/route.ts'
import { useWords } from '../app/settings.tsx'
import { Switches } from '../app/switches.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { CrowdRow } from './crowd-row.tsx'
import { NewPersonDialog } from './new-person-dialog.tsx'
import s from './people-column.module.css'
import { PersonRow } from './person-row.tsx'
import { SearchField } from './search-field.tsx'
import { useDebounced } from './use-debounced.ts'

const page = 50

/** Arrow keys walk through the rows below `list`; gives whether the key was used. */
function walkRows(list: HTMLElement | null, key: string): boolean {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (!step || !list) return false
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
  const here = rows.findIndex((row) => row === document.activeElement)
  rows[here < 0 ? 0 : Math.min(Math.max(here + step, 0), rows.length - 1)]?.focus()
  return true
}

/** Everybody who has a phone here, newest activity first; the crowd is one row that opens. */
export function PeopleColumn({ personId }: { personId?: string }) {
  const words = useWords()
  const list = useRef<HTMLUListElement>(null)
  const [text, setText] = useState('')
  const [inCrowd, setInCrowd] = useState(false)
  const [limit, setLimit] = useState(page)
  const [creating, setCreating] = useState(false)
  const query = useDebounced(text.trim(), 150)

  const people = useLive(
    `people/${inCrowd}/${query}/${limit}`,
    () => listPeople({ query, crowd: inCrowd, limit }),
    (name) => name === 'message' || name === 'status' || name === 'person' || name === 'crowd',
    600,
  )
  const crowd = useLive('crowd', countCrowd, (name) => name === 'crowd', 1000)
  const rows = people.data?.people
  const showCrowd = !inCrowd && !query && crowd.data && crowd.data.count > 0
  const nobodyWrote = !inCrowd && !query && rows && rows.length > 0 && rows.every((row) => !row.lastMessage)

  const enter = (crowdSide: boolean) => {
    setInCrowd(crowdSide)
    setLimit(page)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (walkRows(list.current, event.key)) event.preventDefault()
    else if (event.key === 'Escape' && text) setText('')
    else if (event.key === 'Escape' && inCrowd) enter(false)
  }

  return (
    <nav className={s.column} aria-label={words.people} onKeyDown={onKeyDown}>
      <div className={s.head}>
        {inCrowd ? (
          <IconButton label={words.everybody} onClick={() => enter(false)} data-testid="leave-crowd">
            <IconChevronLeft size={22} />
          </IconButton>
        ) : null}
        <h2>{inCrowd ? words.crowd : words.title}</h2>
        <Switches />
        <IconButton
          label={words.openPanel}
          className={s.panelButton}
          data-testid="open-panel"
          onClick={() => go({ panel: 'dials' })}
        >
          <IconAdjustmentsHorizontal size={20} />
        </IconButton>
        <IconButton label={words.newPerson} data-testid="new-person" onClick={() => setCreating(true)}>
          <IconUserPlus size={20} />
        </IconButton>
      </div>
      <SearchField value={text} onChange={setText} />
      <div className={s.scroll}>
        <ul ref={list} className={s.list} data-testid="people-list">
          {showCrowd && crowd.data && <CrowdRow counts={crowd.data} onOpen={() => enter(true)} />}
          {rows?.map((row) => (
            <PersonRow key={row.id} person={row} current={row.id === personId} />
          ))}
        </ul>
        {people.data?.next && (
          <Button look="soft" className={s.more} onClick={() => setLimit(limit + page)}>
            {words.moreRows}
          </Button>
        )}
        {rows?.length === 0 && query && <p className={s.noMatch}>{words.noMatch}</p>}
        {rows?.length === 0 && !query && !showCrowd && (
          <Empty icon={<IconUserPlus size={26} />} title={words.nobodyYet} hint={words.nobodyYetHint}>
            <Button onClick={() => setCreating(true)}>{words.newPerson}</Button>
            <ShopLink />
          </Empty>
        )}
        {nobodyWrote && (
          <Empty
            icon={<IconMessageCircleHeart size={28} />}
            title={words.nobodyWrote}
            hint={words.nobodyWroteHint}
          >
            <ShopLink />
          </Empty>
        )}
        {people.error && !rows && <p className={s.noMatch}>{words.unreachable}</p>}
      </div>
      <p className={s.foot}>{words.subtitle}</p>
      {creating && (
        <NewPersonDialog
          onClose={() => setCreating(false)}
          onCreated={(person) => {
            setCreating(false)
            people.reload()
            go({ person: person.id }, 'push')
          }}
        />
      )}
    </nav>
  )
}

function ShopLink() {
  const words = useWords()
  return (
    <a href="http://127.0.0.1:4000/demo" target="_blank" rel="noopener noreferrer">
      {words.openShop}
    </a>
  )
}
