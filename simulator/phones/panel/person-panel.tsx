import {
  IconBan,
  IconBellOff,
  IconBellRinging,
  IconDeviceSim,
  IconEye,
  IconEyeOff,
  IconFlag,
  IconId,
  IconUser,
} from '@tabler/icons-react'
import { useState } from 'react'
import {
  changePhone,
  getPerson,
  hideBehindUsername,
  reportNumber,
  setBlocked,
  setMarketing,
  shareOwnNumber,
} from '../api/simulator.ts'
import type { Person, SimNumber } from '../api/types.ts'
import { useLive } from '../api/use-live.ts'
import { useSettings, useWords } from '../app/settings.tsx'
import { isAboutPerson } from '../chat/chat-event.ts'
import { addressOf, readablePhone } from '../people/address.ts'
import { madeUpPhone, madeUpUsername } from '../people/made-up.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Empty } from '../ui/empty.tsx'
import { attempt } from '../ui/toast.ts'
import { ActionRow } from './action-row.tsx'
import s from './person-panel.module.css'
import { TextDialog } from './text-dialog.tsx'

interface PersonPanelProps {
  personId?: string
  number?: SimNumber
}

/** Who holds the phone, and everything this person can do besides writing. */
export function PersonPanel({ personId, number }: PersonPanelProps) {
  const words = useWords()
  if (!personId) {
    return <Empty icon={<IconUser size={26} />} title={words.noPerson} hint={words.noPersonHint} />
  }
  return <PersonCard personId={personId} number={number} />
}

function PersonCard({ personId, number }: { personId: string; number?: SimNumber }) {
  const { words, locale } = useSettings()
  const { data: person, reload } = useLive(
    `person/${personId}`,
    () => getPerson(personId),
    (name, data) => isAboutPerson(name, data, personId),
  )
  if (!person) return null
  const phone = person.phone ? readablePhone(person.phone) : undefined
  const phoneFact = phone && person.username ? words.hiddenPhone(phone) : (phone ?? words.numberHidden)
  const created = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className={s.panel} data-testid="person-panel">
      <div className={s.head}>
        <Avatar id={person.id} name={person.name} size={84} />
        <h2>{person.name}</h2>
        <p>{addressOf(person) || words.numberHidden}</p>
        {number && (
          <ul className={s.badges}>
            {person.blockedNumbers.includes(number.id) && <li>{words.blocked}</li>}
            {person.stoppedMarketing.includes(number.id) && <li>{words.marketingStopped}</li>}
          </ul>
        )}
      </div>
      <dl className={s.facts}>
        <Fact name={words.phoneNumber} value={phoneFact} />
        {person.username && <Fact name={words.username} value={`@${person.username}`} />}
        <Fact name={words.language} value={person.language === 'de' ? words.german : words.english} />
        <Fact name={words.bsuid} value={person.bsuid} mono />
        <Fact name={words.since} value={created.format(new Date(person.createdAt))} />
      </dl>
      {number && <Actions person={person} number={number} onDone={reload} />}
    </div>
  )
}

function Fact({ name, value, mono }: { name: string; value: string; mono?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={mono ? s.mono : undefined}>{value}</dd>
    </div>
  )
}

function Actions({ person, number, onDone }: { person: Person; number: SimNumber; onDone(): void }) {
  const words = useWords()
  const [asking, setAsking] = useState<'number' | 'username'>()
  const blocked = person.blockedNumbers.includes(number.id)
  const stopped = person.stoppedMarketing.includes(number.id)

  const act = async (work: Promise<object>) => {
    if (!(await attempt(work, words.unreachable))) return
    setAsking(undefined)
    onDone()
  }

  return (
    <section className={s.actions}>
      <h3>{words.actions}</h3>
      <ActionRow
        icon={<IconBan size={20} />}
        title={blocked ? words.unblockThis : words.block}
        hint={words.blockHint}
        on={blocked}
        testId="block"
        onClick={() => void act(setBlocked(person.id, number.id, !blocked))}
      />
      <ActionRow
        icon={<IconFlag size={20} />}
        title={words.report}
        hint={words.reportHint}
        testId="report"
        onClick={() => void act(reportNumber(person.id, number.id))}
      />
      <ActionRow
        icon={stopped ? <IconBellRinging size={20} /> : <IconBellOff size={20} />}
        title={stopped ? words.resumeMarketing : words.stopMarketing}
        hint={words.stopMarketingHint}
        on={stopped}
        testId="stop-marketing"
        onClick={() => void act(setMarketing(person.id, number.id, stopped ? 'resume' : 'stop'))}
      />
      <ActionRow
        icon={<IconDeviceSim size={20} />}
        title={words.changeNumber}
        hint={words.changeNumberHint}
        testId="change-number"
        onClick={() => setAsking('number')}
      />
      <ActionRow
        icon={<IconEyeOff size={20} />}
        title={person.username ? words.changeUsername : words.hideNumber}
        hint={words.hideNumberHint}
        testId="hide-number"
        onClick={() => setAsking('username')}
      />
      {person.username && person.phone && (
        <ActionRow
          icon={<IconEye size={20} />}
          title={words.showNumber}
          hint={words.showNumberHint}
          testId="show-number"
          onClick={() => void act(hideBehindUsername(person.id, null))}
        />
      )}
      {person.phone && !blocked && (
        <ActionRow
          icon={<IconId size={20} />}
          title={words.shareNumber}
          hint={words.shareNumberHint}
          testId="share-number"
          onClick={() => void act(shareOwnNumber(person.id, number.id))}
        />
      )}
      {asking === 'number' && (
        <TextDialog
          title={words.changeNumber}
          label={words.newNumber}
          hint={words.changeNumberHint}
          type="tel"
          pattern="\+[\d ]{7,20}"
          suggestion={madeUpPhone()}
          onClose={() => setAsking(undefined)}
          onSubmit={(text) => void act(changePhone(person.id, text.replace(/[^+\d]/g, '')))}
        />
      )}
      {asking === 'username' && (
        <TextDialog
          title={words.hideNumber}
          label={words.username}
          hint={words.hideNumberHint}
          type="text"
          pattern="[a-z0-9._]{3,35}"
          suggestion={person.username ?? madeUpUsername(person.name)}
          onClose={() => setAsking(undefined)}
          onSubmit={(text) => void act(hideBehindUsername(person.id, text))}
        />
      )}
    </section>
  )
}
