import { IconFileText, IconPhoto, IconPlayerPlayFilled, IconVideo } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTemplateFile, useTemplateFileName } from '../api/use-template-file.ts'
import classes from './message-card.module.css'
import { fileNameOf, type ShownFile, wholeAddress } from './message-content.ts'

/** A picture, film or document above a message's text, or the room that it will take. */
export function MessageFile({ file }: { file: ShownFile }) {
  if (file.mediaId) return <Uploaded file={file} fileId={file.mediaId} />
  const source = wholeAddress(file.url)
  if (file.format === 'document') return <Paper name={fileNameOf(file)} />
  if (!source) return <Missing format={file.format} />
  return file.format === 'image' ? <Picture key={source} source={source} /> : <Film name={fileNameOf(file)} />
}

function Uploaded({ file, fileId }: { file: ShownFile; fileId: string }) {
  const source = useTemplateFile(file.format === 'image' ? fileId : undefined)
  const name = useTemplateFileName(file.format === 'image' ? undefined : fileId)
  switch (file.format) {
    case 'image':
      return source ? <Picture key={source} source={source} /> : <Missing format="image" />
    case 'video':
      return <Film name={name} />
    case 'document':
      return <Paper name={fileNameOf(file) ?? name} />
  }
}

function Picture({ source }: { source: string }) {
  const { t } = useTranslation('design')
  const [broken, setBroken] = useState(false)
  if (broken) return <Missing format="image" />
  return <img className={classes.image} src={source} alt={t('phone.image')} onError={() => setBroken(true)} />
}

/** The phone shows a still of the film; which one, only WhatsApp knows. */
function Film({ name }: { name: string | undefined }) {
  const { t } = useTranslation('design')
  return (
    <span className={classes.film}>
      <span className={classes.play} aria-hidden>
        <IconPlayerPlayFilled size={20} />
      </span>
      <span>{name ?? t('phone.video')}</span>
    </span>
  )
}

function Paper({ name }: { name: string | undefined }) {
  const { t } = useTranslation('design')
  return (
    <span className={classes.paper}>
      <IconFileText size={26} stroke={1.4} aria-hidden />
      <span>
        <strong>{name ?? t('phone.document')}</strong>
        <span>PDF</span>
      </span>
    </span>
  )
}

function Missing({ format }: { format: 'image' | 'video' }) {
  const { t } = useTranslation('design')
  const Icon = format === 'image' ? IconPhoto : IconVideo
  return (
    <span className={classes.missing}>
      <Icon size={30} stroke={1.3} aria-hidden />
      {t(format === 'image' ? 'phone.noImage' : 'phone.video')}
    </span>
  )
}
