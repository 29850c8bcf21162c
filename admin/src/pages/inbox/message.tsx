import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ConversationMessage } from '../../api/campaign-entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ChatBubble } from '../../design/chat-bubble.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { useReasonTitle } from '../../design/use-reason-title.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './message.module.css'
import { MessageExtras, MessageOrigin } from './message-extras.tsx'
import { MessageFile } from './message-file.tsx'
import type { ChatKey } from './use-chat.ts'

/** Messages that are no words of a person but something that happened. */
const happenings = new Set(['identity', 'security_code'])
const files = new Set(['image', 'video', 'audio', 'document', 'sticker'])
/** Kinds that say by themselves what they are. */
const plain = new Set(['text', 'button', 'order', 'contacts'])

/** One message: who or what it is from, its ticks, and why it did not go. */
export function Message({ message, chat }: { message: ConversationMessage; chat: ChatKey }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const media: Record<string, string> = t('media', { returnObjects: true })
  const { direction, type, text, at, fromApp, forwarded, editedAt, reaction } = message

  if (happenings.has(type)) return <span className={classes.happening}>{media[type]}</span>
  // What it was about is not here any more.
  if (type === 'reaction' && !text) return <span className={classes.happening}>{media.no_reaction}</span>
  const felt = reaction ? { emoji: reaction, label: t('reacted', { emoji: reaction }) } : undefined
  if (direction === 'out' && !fromApp) return <Ours message={message} reaction={felt} />
  if (type === 'deleted') {
    return (
      <ChatBubble direction={direction} at={at} text="">
        <span className={classes.deleted}>
          <IconTrash size={16} stroke={1.6} aria-hidden />
          {media.deleted}
        </span>
      </ChatBubble>
    )
  }
  const word = media[message.media?.voice === false && type === 'audio' ? 'sound' : type]
  const isFile = files.has(type)
  // A word stands in where there is nothing else to see; above words it says what they belong to.
  const shownElsewhere = Boolean(message.cards ?? message.location)
  const bare = !text && !isFile && !shownElsewhere && !message.order && !message.answers?.length
  const labels = [
    fromApp && t('fromApp'),
    forwarded && t('forwarded'),
    !plain.has(type) && !bare && !(isFile && message.fileUntil) && word,
  ]
  return (
    <ChatBubble
      direction={direction}
      at={at}
      text={shownElsewhere ? '' : text}
      label={labels.filter(Boolean).join(' · ')}
      mark={
        editedAt ? (
          <span title={format.exact(editedAt)}>{t('edited')}</span>
        ) : (
          type === 'button' && t('tapped')
        )
      }
      reaction={felt}
    >
      <MessageOrigin message={message} />
      {bare && <span className={classes.standIn}>{word ?? t('media.other')}</span>}
      {isFile && <MessageFile chat={chat} message={message} word={word ?? t('media.other')} />}
      <MessageExtras message={message} />
    </ChatBubble>
  )
}

interface OursProps {
  message: ConversationMessage
  reaction: { emoji: string; label: string } | undefined
}

/** What was sent through us. */
function Ours({ message, reaction }: OursProps) {
  const { t } = useTranslation('inbox')
  const { slug } = useBusiness()
  const reasonTitle = useReasonTitle()
  const kinds: Record<string, string> = t('kinds', { returnObjects: true })
  const { type, text, at, buttons, state, reason, failure, author, campaignId } = message
  const why = failure ?? (reason ? reasonTitle(reason) : undefined)
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
      note={state === 'withheld' || state === 'failed' ? why : undefined}
      reaction={reaction}
    />
  )
}
