import { IconArrowLeft, IconMessages, IconPlugConnectedX } from '@tabler/icons-react'
import { leaveChat } from '../app/route.ts'
import { useSettings } from '../app/settings.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { clock } from '../ui/when.ts'
import s from './lock-screen.module.css'
import { useNow } from './use-now.ts'

/** What the phone shows while nobody holds it, or while no business is there to talk to. */
export function LockScreen({ connected }: { connected: boolean }) {
  const { words, locale } = useSettings()
  const now = useNow()
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(now)
  return (
    <div className={s.lock}>
      <IconButton label={words.back} className={s.back} onClick={leaveChat}>
        <IconArrowLeft size={22} />
      </IconButton>
      <p className={s.day}>{day}</p>
      <p className={s.time} aria-hidden="true">
        {clock(now, locale)}
      </p>
      <div className={s.note}>
        <span className={s.icon} aria-hidden="true">
          {connected ? <IconMessages size={22} /> : <IconPlugConnectedX size={22} />}
        </span>
        <div>
          <p className={s.title}>{connected ? words.pickPerson : words.noBusiness}</p>
          <p className={s.hint}>{connected ? words.pickPersonHint : words.noBusinessHint}</p>
        </div>
      </div>
    </div>
  )
}
