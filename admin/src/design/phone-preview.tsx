import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLines } from './message-buttons.tsx'
import { MessageCard } from './message-card.tsx'
import { isBlank, type ShownButton, type ShownContent } from './message-content.ts'
import { MessageText } from './message-text.tsx'
import classes from './phone-preview.module.css'

export interface PhonePreviewProps {
  /** The business as the phone shows it. */
  sender: string
  content: ShownContent
  /** Values for {{name}}; without them the template's samples. */
  values?: Record<string, string>
  /** What the person wrote before, shown above (the first message of an opt-in). */
  theirs?: string
  /** Clock on the message; only decoration, so any text like 09:41. */
  time?: string
  /** The person's phone is set to light or dark; without it as the page is. */
  look?: 'light' | 'dark' | undefined
}

/** A message as it arrives on a phone; used for templates, campaigns, sources and wording. */
export function PhonePreview(props: PhonePreviewProps) {
  const { sender, content, values, theirs, time = '09:41', look } = props
  const { t } = useTranslation('design')
  const [all, setAll] = useState<readonly ShownButton[]>()
  return (
    <figure
      className={classes.phone}
      aria-label={t('phone.label')}
      style={look ? { colorScheme: look } : undefined}
    >
      <div className={classes.bar}>
        <span className={classes.avatar} aria-hidden>
          {sender.slice(0, 1).toUpperCase()}
        </span>
        <span className={classes.sender}>
          <strong>{sender}</strong>
          <span>{t('phone.business')}</span>
        </span>
      </div>
      <div className={classes.chat}>
        {theirs && (
          <div className={classes.theirs}>
            <span>
              <MessageText text={theirs} />
            </span>
            <span className={classes.time}>{time}</span>
          </div>
        )}
        {isBlank(content) ? (
          <p className={classes.blank}>{t('phone.empty')}</p>
        ) : (
          <MessageCard content={content} values={values ?? content.samples} time={time} onAll={setAll} />
        )}
      </div>
      {all && <AllOptions buttons={all} onClose={() => setAll(undefined)} />}
    </figure>
  )
}

/** The sheet that slides up on the phone with every button of a message. */
function AllOptions({ buttons, onClose }: { buttons: readonly ShownButton[]; onClose: () => void }) {
  const { t } = useTranslation('design')
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    close.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <div className={classes.shade}>
      <div className={classes.sheet} role="dialog" aria-label={t('phone.allOptions')} onKeyDown={onKeyDown}>
        <div className={classes.sheetHead}>
          <button
            ref={close}
            type="button"
            className={classes.close}
            onClick={onClose}
            aria-label={t('dialog.close')}
          >
            <IconX size={18} aria-hidden />
          </button>
          <strong>{t('phone.allOptions')}</strong>
        </div>
        <ButtonLines buttons={buttons} />
      </div>
    </div>
  )
}
