import { Button, Text } from '@mantine/core'
import {
  IconFile,
  IconMicrophone,
  IconMoodSmile,
  IconMusic,
  IconPhoto,
  type IconProps,
  IconVideo,
} from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationMessage } from '../../api/campaign-entities.ts'
import { useDownload } from '../../api/download.ts'
import { useBusiness } from '../../app/use-business.ts'
import classes from './message-file.module.css'
import type { ChatKey } from './use-chat.ts'

const icons: Record<string, ComponentType<IconProps>> = {
  image: IconPhoto,
  video: IconVideo,
  audio: IconMicrophone,
  sticker: IconMoodSmile,
}

interface FileProps {
  chat: ChatKey
  message: ConversationMessage
  /** What it is, in a word. */
  word: string
}

/** A picture, video, voice message or document. It comes from WhatsApp through our server, and only when somebody wants to see it. */
export function MessageFile({ chat, message, word }: FileProps) {
  const { t } = useTranslation('inbox')
  const { id: business } = useBusiness()
  const download = useDownload()
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const { type, media, fileUntil } = message
  const Icon = media?.voice === false && type === 'audio' ? IconMusic : (icons[type] ?? IconFile)
  const path = `/api/v1/conversations/${chat.contactId}/${chat.channelId}/messages/${message.id}/file`
  const name = media?.name || word
  const gone = !fileUntil || new Date(fileUntil) < new Date()

  if (gone) {
    return (
      <span className={classes.fileGone}>
        <Icon size={18} stroke={1.6} aria-hidden />
        <span>
          {name}
          <Text span size="xs" c="dimmed" display="block">
            {t('file.gone')}
          </Text>
        </span>
      </span>
    )
  }
  const save = () => void download.save({ path, name })
  if (!open || failed) {
    const saves = type === 'document' || failed
    return (
      <span className={classes.file}>
        <Button
          variant="default"
          size="compact-sm"
          classNames={{ root: classes.fileButton, label: classes.fileName }}
          title={name}
          leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
          loading={download.busy}
          onClick={saves ? save : () => setOpen(true)}
        >
          {t(`file.${saves ? 'save' : type === 'audio' ? 'hear' : 'show'}`, { name })}
        </Button>
        {failed && (
          <Text span size="xs">
            {t('file.failed')}
          </Text>
        )}
      </span>
    )
  }
  const source = `${path}?business=${encodeURIComponent(business)}`
  const onError = () => setFailed(true)
  if (type === 'video') {
    return (
      // What people film for a shop has no captions; the empty track says so.
      <video className={classes.picture} src={source} controls autoPlay onError={onError}>
        <track kind="captions" />
      </video>
    )
  }
  if (type === 'audio') {
    return (
      <audio className={classes.sound} src={source} controls autoPlay onError={onError} aria-label={word}>
        <track kind="captions" />
      </audio>
    )
  }
  return (
    <a href={source} target="_blank" rel="noreferrer">
      <img
        className={classes.picture}
        data-kind={type}
        src={source}
        alt={message.text || word}
        onError={onError}
      />
    </a>
  )
}
