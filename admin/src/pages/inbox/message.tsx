import { useTranslation } from 'react-i18next'
import type { ConversationMessage } from '../../api/campaign-entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ChatBubble } from '../../design/chat-bubble.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { useReasonTitle } from '../../design/use-reason-title.ts'
import classes from './inbox.module.css'

/** Messages that are no words of a person but something that happened. */
const happenings = new Set(['identity', 'deleted'])

/** One message: who or what it is from, its ticks, and why it did not go. */
export function Message({ message }: { message: ConversationMessage }) {
  const { t } = useTranslation('inbox')
  const { slug } = useBusiness()
  const reasonTitle = useReasonTitle()
  const kinds: Record<string, string> = t('kinds', { returnObjects: true })
  const media: Record<string, string> = t('media', { returnObjects: true })
  const { direction, type, text, at, buttons, state, reason, author, campaignId } = message

  if (happenings.has(type)) return <span className={classes.happening}>{media[type]}</span>
  if (direction === 'in') {
    const word = media[type]
    return (
      <ChatBubble
        direction="in"
        at={at}
        text={text || (word ?? t('media.other'))}
        label={text ? word : undefined}
      />
    )
  }
  const label = campaignId ? (
    <AnchorLink to="/b/$slug/campaigns/$id" params={{ slug, id: campaignId }} inherit underline="always">
      {t('campaign')}
    </AnchorLink>
  ) : type === 'reply' ? (
    author
  ) : (
    kinds[type]
  )
  return (
    <ChatBubble
      direction="out"
      at={at}
      text={text || t('noText')}
      {...(buttons ? { buttons } : {})}
      {...(state ? { state } : {})}
      label={label}
      note={reason && (state === 'withheld' || state === 'failed') ? reasonTitle(reason) : undefined}
    />
  )
}
