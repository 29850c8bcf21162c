import { Button } from '@mantine/core'
import { IconDownload, IconMessage } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../api/download.ts'
import { useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { useFormat } from '../../i18n/format.ts'
import { listPath } from './list-path.ts'
import classes from './records.module.css'
import type { AffectedQuery, Breach, ReachCounts, Translations } from './types.ts'

const states = [
  'told',
  'waiting',
  'reachable',
  'not_arrived',
  'window_closed',
  'number_off',
  'never_wrote',
] as const

interface ReachProps {
  breach: Breach
  query: AffectedQuery
  reach: ReachCounts
  translations: Translations
  onTold: () => void
}

/** Who of them can be told in the chat, who was, and why the others cannot; the two ways to tell them. */
export function BreachReach({ breach, query, reach, translations, onTold }: ReachProps) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const download = useDownload()
  const [asking, setAsking] = useState(false)
  const tell = useChange(
    (client) =>
      client.POST('/api/v1/records/breaches/{id}/tell', {
        params: { path: { id: breach.id } },
        body: { query, translations },
      }),
    {
      touches: [['records', 'breaches']],
      done: t('breach.telling'),
      onDone: () => {
        setAsking(false)
        onTold()
      },
    },
  )
  return (
    <div className={classes.reach}>
      <dl className={classes.counts}>
        {states
          .filter((key) => reach[key] > 0 || key === 'reachable' || key === 'told')
          .map((key) => (
            <div key={key}>
              <dt>{t(`breach.reach.${key}`)}</dt>
              <dd>{format.number(reach[key])}</dd>
            </div>
          ))}
      </dl>
      <p className={classes.soft}>{t('breach.reachLead')}</p>
      <div className={classes.actions}>
        <Button
          leftSection={<IconMessage size={15} />}
          disabled={breach.closed || reach.reachable === 0}
          onClick={() => setAsking(true)}
        >
          {t('breach.tell')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} />}
          loading={download.busy}
          onClick={() => void download.save({ path: listPath(breach.id, query, true), name: 'people.csv' })}
        >
          {t('breach.listUntold')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => tell.mutate()}
        title={t('breach.tellTitle', { count: reach.reachable, people: format.number(reach.reachable) })}
        confirmLabel={t('breach.tell')}
        loading={tell.isPending}
      >
        {t('breach.tellText')}
      </ConfirmDialog>
    </div>
  )
}
