import { IconArrowBackUp, IconExternalLink, IconPhone, IconPhoto } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Content, ContentButton } from '../api/campaign-entities.ts'
import { fillVariables, MessageText } from './message-text.tsx'
import classes from './phone-preview.module.css'

export interface PhonePreviewProps {
  /** The business as the phone shows it. */
  sender: string
  content: Content
  /** Values for {{name}}; without them the template's samples. */
  values?: Record<string, string>
  /** What the person wrote before, shown above (the first message of an opt-in). */
  theirs?: string
  /** Clock on the message; only decoration, so any text like 09:41. */
  time?: string
}

const icons: Record<ContentButton['kind'], typeof IconPhone> = {
  quick_reply: IconArrowBackUp,
  url: IconExternalLink,
  phone_number: IconPhone,
}

/** A message as it arrives on a phone; used for templates, campaigns, sources and wording. */
export function PhonePreview({ sender, content, values, theirs, time = '09:41' }: PhonePreviewProps) {
  const { t } = useTranslation('design')
  const fill = (text: string) => fillVariables(text, values ?? content.samples)
  const { header, body, footer, buttons } = content
  const blank = !body.trim() && !header && !footer
  return (
    <figure className={classes.phone} aria-label={t('phone.label')}>
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
          <div className={classes.bubble} data-out>
            <span className={classes.text}>
              <MessageText text={theirs} />
            </span>
            <span className={classes.time}>{time}</span>
          </div>
        )}
        {blank ? (
          <p className={classes.blank}>{t('phone.empty')}</p>
        ) : (
          <div className={classes.message}>
            <div className={classes.bubble}>
              {header?.format === 'image' &&
                (header.url ? (
                  <img className={classes.image} src={header.url} alt={t('phone.image')} />
                ) : (
                  <span className={classes.noImage}>
                    <IconPhoto size={28} stroke={1.4} aria-hidden />
                    {t('phone.noImage')}
                  </span>
                ))}
              {header?.format === 'text' && header.text && (
                <strong className={classes.head}>{fill(header.text)}</strong>
              )}
              <span className={classes.text}>
                <MessageText text={fill(body)} />
              </span>
              {footer && <span className={classes.footer}>{footer}</span>}
              <span className={classes.time}>{time}</span>
            </div>
            {buttons.map((button) => {
              const Icon = icons[button.kind]
              return (
                <span key={`${button.kind}-${button.text}`} className={classes.button}>
                  <Icon size={15} stroke={1.8} aria-hidden />
                  {button.text || '…'}
                </span>
              )
            })}
          </div>
        )}
      </div>
    </figure>
  )
}
