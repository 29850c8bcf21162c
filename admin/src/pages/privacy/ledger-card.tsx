import { Button, Collapse, Progress, Skeleton, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBook2, IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ledger, LedgerVerdict } from '../../api/campaign-entities.ts'
import { useDownload } from '../../api/download.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Figure } from '../../design/figure.tsx'
import { Section } from '../../design/section.tsx'
import { Relative } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './privacy.module.css'
import { Verdict } from './verdict.tsx'

interface LedgerCardProps {
  verdict: LedgerVerdict | undefined
  onVerdict: (verdict: LedgerVerdict | undefined) => void
}

/** Where the ledger stands, and the button that recomputes all of it. */
export function LedgerCard({ verdict, onVerdict }: LedgerCardProps) {
  const { t } = useTranslation('privacy')
  const api = useApi()
  const ledger = useQuery(
    api.query(['ledger', 'head'], (client, signal) => client.GET('/api/v1/ledger', { signal })),
  )
  if (ledger.error && !ledger.data) {
    return (
      <Section title={t('ledger.title')}>
        <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} />
      </Section>
    )
  }
  if (!ledger.data) {
    return (
      <Section title={t('ledger.title')} lead={t('ledger.lead')}>
        <Skeleton height="9rem" />
      </Section>
    )
  }
  if (ledger.data.size === 0 && ledger.data.unsealed === 0) {
    return (
      <Section>
        <EmptyState icon={IconBook2} title={t('ledger.emptyTitle')} text={t('ledger.emptyText')} />
      </Section>
    )
  }
  return <Card ledger={ledger.data} verdict={verdict} onVerdict={onVerdict} />
}

function Card({ ledger, verdict, onVerdict }: LedgerCardProps & { ledger: Ledger }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const { slug } = useBusiness()
  const download = useDownload()
  const [comparing, compare] = useDisclosure(false)
  const [kept, setKept] = useState('')
  const [keptError, setKeptError] = useState<string>()
  const copies = comparing && kept.trim() ? [kept.endsWith('\n') ? kept : `${kept}\n`] : []
  const verify = useChange(
    (client) => client.POST('/api/v1/ledger/verify', { body: { externalCheckpoints: copies } }),
    {
      touches: [['ledger', 'head']],
      onDone: onVerdict,
      ...(comparing ? { onProblem: (problem) => setKeptError(problem.detail || problem.title) } : {}),
    },
  )
  const start = () => {
    onVerdict(undefined)
    setKeptError(undefined)
    verify.mutate()
  }
  return (
    <Section
      title={t('ledger.title')}
      lead={t('ledger.lead')}
      aside={
        <Button leftSection={<IconShieldCheck size={17} />} loading={verify.isPending} onClick={start}>
          {t('ledger.verify')}
        </Button>
      }
    >
      <div className={classes.figures}>
        <Figure
          label={t('ledger.size')}
          value={format.number(ledger.size)}
          hint={t('ledger.unsealed', { count: ledger.unsealed })}
        />
        <Figure
          label={t('ledger.checkpoint')}
          value={ledger.lastCheckpointAt ? <Relative at={ledger.lastCheckpointAt} /> : t('ledger.never')}
          hint={ledger.lastCheckpointAt && format.dateTime(ledger.lastCheckpointAt)}
        />
      </div>
      <div aria-live="polite" className={classes.verdictPlace}>
        {verify.isPending && (
          <div className={classes.verifying}>
            <Text size="sm">{t('ledger.verifying')}</Text>
            <Progress value={100} animated size="sm" aria-label={t('ledger.verifying')} />
          </div>
        )}
        {verdict && !verify.isPending && <Verdict verdict={verdict} compared={copies.length > 0} />}
      </div>
      <div className={classes.keys}>
        <CopyField label={t('ledger.root')} value={ledger.root} />
        <CopyField label={t('ledger.key')} value={ledger.publicKey} />
      </div>
      <div className={classes.checkpoint}>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          disabled={!ledger.note}
          loading={download.busy}
          onClick={() =>
            void download.save({
              path: '/api/v1/ledger/checkpoint',
              name: t('ledger.file', { slug, size: ledger.size }),
            })
          }
        >
          {t('ledger.download')}
        </Button>
        <Button variant="subtle" aria-expanded={comparing} onClick={compare.toggle}>
          {t('ledger.compare')}
        </Button>
        <Text size="sm" c="dimmed" className={classes.checkpointHint}>
          {t('ledger.downloadHint')}
        </Text>
      </div>
      <Collapse expanded={comparing}>
        <Textarea
          mt="sm"
          label={t('ledger.compareLabel')}
          description={t('ledger.compareHint')}
          autosize
          minRows={4}
          maxRows={8}
          spellCheck={false}
          value={kept}
          error={keptError}
          onChange={(event) => setKept(event.currentTarget.value)}
          classNames={{ input: classes.mono }}
        />
      </Collapse>
    </Section>
  )
}
