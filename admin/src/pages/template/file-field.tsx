import { Button, FileButton, Progress, Text, TextInput } from '@mantine/core'
import { IconFile, IconUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTemplateFileName } from '../../api/use-template-file.ts'
import { useFormat } from '../../i18n/format.ts'
import { fieldId } from './field-label.tsx'
import classes from './file-field.module.css'
import { type FileHeader, fileRules, refusalOf } from './files.ts'
import { useTemplateForm } from './form.ts'
import { Advice, useErrorsAt } from './notes.tsx'
import { useFileUpload } from './use-file-upload.ts'

interface FileFieldProps<F extends FileHeader> {
  where: string
  value: F
  onChange: (value: F) => void
}

/** A file by dropping it, choosing it, or by its address on the internet. */
export function FileField<F extends FileHeader>({ where, value, onChange }: FileFieldProps<F>) {
  const { t } = useTranslation('template')
  const { readOnly } = useTemplateForm()
  const errors = useErrorsAt(where)
  return (
    <div className={classes.field} id={fieldId(where)}>
      {value.mediaId ? (
        <Kept
          fileId={value.mediaId}
          onRemove={readOnly ? undefined : () => onChange(withFile(value, { url: '' }))}
        />
      ) : (
        <>
          {!readOnly && (
            <Drop format={value.format} onKept={(mediaId) => onChange(withFile(value, { mediaId }))} />
          )}
          <TextInput
            type="url"
            label={t('file.address')}
            placeholder="https://"
            value={value.url ?? ''}
            readOnly={readOnly}
            {...errors}
            onChange={(event) => onChange(withFile(value, { url: event.currentTarget.value }))}
          />
        </>
      )}
      <Advice where={where} />
    </div>
  )
}

/** A file comes from one place: an upload or an address. */
function withFile<F extends FileHeader>(header: F, from: { url: string } | { mediaId: string }): F {
  const { url: _url, mediaId: _mediaId, ...rest } = header
  return { ...rest, ...from } as F
}

function Kept({ fileId, onRemove }: { fileId: string; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation('template')
  const name = useTemplateFileName(fileId)
  return (
    <div className={classes.kept}>
      <IconFile size={18} stroke={1.6} aria-hidden />
      <span>{name ?? t('file.uploaded')}</span>
      {onRemove && (
        <Button size="compact-sm" variant="default" onClick={onRemove}>
          {t('file.replace')}
        </Button>
      )}
    </div>
  )
}

interface DropProps {
  format: FileHeader['format']
  onKept: (fileId: string) => void
}

function Drop({ format, onKept }: DropProps) {
  const { t } = useTranslation('template')
  const numbers = useFormat()
  const upload = useFileUpload()
  const [refused, setRefused] = useState<string>()
  const [over, setOver] = useState(false)
  const { accept, bytes } = fileRules[format]
  const limit = numbers.number(bytes / 1024 / 1024)
  const take = async (file: File | null | undefined) => {
    if (!file) return
    const refusal = refusalOf(file, format)
    setRefused(refusal ? t(`file.refused.${refusal}.${format}`, { name: file.name, limit }) : undefined)
    if (refusal) return
    const kept = await upload.send(file)
    if (kept) onKept(kept.id)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  const problem = refused ?? upload.problem
  return (
    <fieldset
      className={classes.drop}
      aria-label={t(`file.drop.${format}`)}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {upload.progress === undefined ? (
        <>
          <IconUpload size={20} stroke={1.6} aria-hidden />
          <Text size="sm">{t(`file.drop.${format}`)}</Text>
          <FileButton accept={accept.join(',')} onChange={(file) => void take(file)}>
            {(props) => (
              <Button {...props} size="xs" variant="default">
                {t('file.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed">
            {t(`file.hint.${format}`, { limit })}
          </Text>
        </>
      ) : (
        <>
          <Progress
            className={classes.progress}
            value={upload.progress * 100}
            aria-label={t('file.uploading')}
            animated
          />
          <Text size="sm" className="tabular">
            {t('file.uploadingPart', { part: numbers.percent(upload.progress) })}
          </Text>
          <Button size="xs" variant="default" onClick={upload.stop}>
            {t('file.stop')}
          </Button>
        </>
      )}
      {problem && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
    </fieldset>
  )
}
