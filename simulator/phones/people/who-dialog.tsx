import { IconChevronRight, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { listPeople, readLink } from '../api/simulator.ts'
import type { Link, Person, SimNumber } from '../api/types.ts'
import { useLive } from '../api/use-live.ts'
import { go } from '../app/route.ts'
import { useWords } from '../app/settings.tsx'
import { keepDraft } from '../chat/drafts.ts'
import { RichText } from '../chat/rich-text.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { addressOf } from './address.ts'
import { PersonForm } from './person-form.tsx'
import s from './who-dialog.module.css'

interface WhoDialogProps {
  url: string
  /** who chose last time in this tab */
  lastPersonId?: string
  numbers: SimNumber[]
}

/** A wa.me link was opened: asks whose phone it is, then opens the chat with the text in the composer. */
export function WhoDialog({ url, lastPersonId, numbers }: WhoDialogProps) {
  const words = useWords()
  const link = useLive(
    `link/${url}`,
    () => readLink(url),
    (name) => name === 'numbers',
  )
  const leave = () => go({ link: undefined })
  const number = numbers.find((each) => each.id === link.data?.phoneNumberId)

  if (link.error && !link.data) {
    return (
      <Dialog title={words.linkBroken} onClose={leave} data-testid="who-dialog">
        <p className={s.hint}>{link.error}</p>
        <p className={s.link}>{url}</p>
      </Dialog>
    )
  }
  return (
    <Dialog title={words.whoAreYou} onClose={leave} data-testid="who-dialog">
      {link.data && (
        <Choice
          link={link.data}
          business={number?.verifiedName ?? link.data.to}
          lastPersonId={lastPersonId}
        />
      )}
    </Dialog>
  )
}

function Choice({ link, business, lastPersonId }: { link: Link; business: string; lastPersonId?: string }) {
  const words = useWords()
  const [creating, setCreating] = useState(false)
  const people = useLive(
    'who',
    () => listPeople({ crowd: false, limit: 30 }),
    (name) => name === 'person',
  )
  const rows = people.data?.people ?? []
  const sorted = [
    ...rows.filter((row) => row.id === lastPersonId),
    ...rows.filter((row) => row.id !== lastPersonId),
  ]

  const choose = (person: Person) => {
    keepDraft(person.id, link.phoneNumberId, link.text)
    go({ person: person.id, number: link.phoneNumberId, link: undefined })
  }

  return (
    <>
      <p className={s.hint}>{words.whoHint(business)}</p>
      {!link.text && <p className={s.hint}>{words.linkEmpty}</p>}
      {link.text && (
        <figure className={s.preview}>
          <blockquote>
            <RichText text={link.text} />
          </blockquote>
          <figcaption>{words.linkPreview}</figcaption>
        </figure>
      )}
      {creating || (people.data && rows.length === 0) ? (
        <PersonForm submit={words.createAndWrite} onCreated={choose} />
      ) : (
        <ul className={s.people}>
          <li>
            <button type="button" className={s.row} data-testid="who-new" onClick={() => setCreating(true)}>
              <span className={s.plus} aria-hidden="true">
                <IconUserPlus size={20} />
              </span>
              <span className={s.words}>{words.whoSomebodyNew}</span>
              <IconChevronRight size={18} aria-hidden="true" />
            </button>
          </li>
          {sorted.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className={s.row}
                data-testid="who-person"
                data-person-id={person.id}
                onClick={() => choose(person)}
              >
                <Avatar id={person.id} name={person.name} size={40} />
                <span className={s.words}>
                  <span>{person.name}</span>
                  <small>{addressOf(person)}</small>
                </span>
                <IconChevronRight size={18} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
