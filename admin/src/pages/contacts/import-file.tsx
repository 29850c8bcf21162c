import { Alert, Button, FileButton, Loader, Text, Title, UnstyledButton } from '@mantine/core'
import { IconFileSpreadsheet, IconShieldCheck } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactImport } from '../../api/entities.ts'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './contacts.module.css'

const shownEarlier = 4

interface ImportFileProps {
  reading: boolean
  earlier: ContactImport[]
  onFile: (file: File) => void
  onOpen: (one: ContactImport) => void
}

/** First step: the file, and what an import cannot do. */
export function ImportFile({ reading, earlier, onFile, onOpen }: ImportFileProps) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    <>
      <Alert
        variant="light"
        color="jade"
        icon={<IconShieldCheck size={20} stroke={1.7} />}
        title={t('wizard.law')}
        className={classes.law}
      >
        {t('wizard.lawText')}
      </Alert>
      {/* Dropping is an extra for the mouse; the button inside does the same for everybody. */}
      <section
        className={classes.drop}
        aria-label={t('wizard.choose')}
        aria-busy={reading}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {reading ? (
          <>
            <Loader size="sm" />
            <Text size="sm" c="dimmed" role="status">
              {t('wizard.reading')}
            </Text>
          </>
        ) : (
          <>
            <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />
            <Text fw={560}>{t('wizard.drop')}</Text>
            <Text size="sm" c="dimmed" mb="xs">
              {t('wizard.dropHint')}
            </Text>
            <FileButton onChange={(file) => file && onFile(file)} accept=".csv,.txt,.tsv,text/csv">
              {(props) => (
                <Button {...props} data-autofocus>
                  {t('wizard.choose')}
                </Button>
              )}
            </FileButton>
          </>
        )}
      </section>
      {earlier.length > 0 && (
        <>
          <Title order={3} mt="lg">
            {t('wizard.earlier')}
          </Title>
          <ul className={classes.earlier}>
            {earlier.slice(0, shownEarlier).map((one) => (
              <li key={one.id}>
                <UnstyledButton className={classes.earlierItem} onClick={() => onOpen(one)}>
                  <b>{one.fileName}</b>
                  <Text size="sm" c="dimmed" component="span">
                    {t('wizard.rows', { count: one.rowsTotal, number: format.number(one.rowsTotal) })} ·{' '}
                    <DateTime at={one.createdAt} />
                  </Text>
                  {one.claims?.state === 'waiting' && (
                    <ToneBadge tone="warn">
                      {one.claims.lapsesAt
                        ? t('claims.waitingUntil', { date: format.date(one.claims.lapsesAt) })
                        : t('claims.waiting')}
                    </ToneBadge>
                  )}
                  <ToneBadge
                    tone={one.state === 'failed' ? 'bad' : one.state === 'running' ? 'info' : 'good'}
                  >
                    {t(`wizard.state.${one.state}`)}
                  </ToneBadge>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
