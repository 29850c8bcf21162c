import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { DateTime } from '../../design/values.tsx'
import classes from './banners.module.css'

/** Nothing is sent until a person says go: since when and why, and the button for whoever may. */
export function BrakeBanner() {
  const { t } = useTranslation('app')
  const api = useApi()
  const { data: sending } = useQuery(
    api.query(['sending'], (client, signal) => client.GET('/api/v1/sending', { signal })),
  )
  const [asking, question] = useDisclosure(false)
  const resume = useChange((client) => client.POST('/api/v1/sending/resume'), {
    touches: [['sending'], ['campaigns'], ['standing']],
    done: t('brake.done'),
    onDone: question.close,
  })
  if (!sending?.reason) return null
  return (
    <div className={classes.banner} data-tone="bad">
      <IconHandStop size={17} aria-hidden />
      <span className={classes.words}>
        <strong>{t('brake.title')}</strong> {t(`brake.${sending.reason}`)}{' '}
        {sending.since && (
          <span className={classes.detail}>
            {t('brake.since')} <DateTime at={sending.since} />
          </span>
        )}
        {!sending.mayResume && <span className={classes.detail}> {t('brake.who')}</span>}
      </span>
      {sending.mayResume && (
        <Button size="compact-sm" color="red" onClick={question.open}>
          {t('brake.resume')}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={question.close}
        onConfirm={() => resume.mutate()}
        title={t('brake.ask')}
        confirmLabel={t('brake.resume')}
        loading={resume.isPending}
        danger
      >
        {t(`brake.ask_${sending.reason}`)}
      </ConfirmDialog>
    </div>
  )
}
