import { Button, Skeleton, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconShieldCheck, IconUrgent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { BreachView } from './breach-view.tsx'
import { nowLocal } from './local-now.ts'
import classes from './records.module.css'
import { TimeLeft } from './time-left.tsx'

/** The breach desk (C-55): the register of all breaches, and the one that is open. */
export function BreachesPart() {
  const { t } = useTranslation('records')
  const api = useApi()
  const [shown, setShown] = useFilter('breach')
  const [opening, open] = useDisclosure(false)
  const breaches = useQuery(
    api.query(['records', 'breaches'], (client, signal) =>
      client.GET('/api/v1/records/breaches', { signal }),
    ),
  )
  if (breaches.error) return <ErrorState error={breaches.error} onRetry={() => void breaches.refetch()} />
  if (!breaches.data) return <Skeleton height="20rem" radius="lg" />
  const chosen = breaches.data.find((breach) => breach.id === shown)
  if (chosen) return <BreachView breach={chosen} onClose={() => setShown(null)} />
  return (
    <>
      <Section
        title={t('breach.title')}
        lead={t('breach.lead')}
        aside={
          <Button size="xs" color="red" leftSection={<IconUrgent size={15} />} onClick={open.open}>
            {t('breach.open')}
          </Button>
        }
      >
        {breaches.data.length === 0 ? (
          <EmptyState
            compact
            icon={IconShieldCheck}
            title={t('breach.emptyTitle')}
            text={t('breach.emptyText')}
          />
        ) : (
          <ul className={classes.items}>
            {breaches.data.map((breach) => (
              <li key={breach.id} className={classes.question}>
                <div className={classes.between}>
                  <div className={classes.row}>
                    <span className={classes.strong}>{t('breach.number', { number: breach.number })}</span>
                    <DateTime at={breach.knownAt} />
                    {breach.closed ? (
                      <ToneBadge tone="quiet">{t('breach.closed')}</ToneBadge>
                    ) : breach.authority === 'open' ? (
                      <ToneBadge tone={breach.secondsLeft < 0 ? 'bad' : 'warn'}>
                        <TimeLeft deadline={breach.deadline} />
                      </ToneBadge>
                    ) : (
                      <ToneBadge tone="good">{t(`breach.decisions.${breach.authority}`)}</ToneBadge>
                    )}
                  </div>
                  <Button size="xs" variant="default" onClick={() => setShown(breach.id)}>
                    {t('breach.work')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <SideSheet opened={opening} onClose={open.close} title={t('breach.open')}>
        <OpenForm
          onOpened={(id) => {
            open.close()
            setShown(id)
          }}
        />
      </SideSheet>
    </>
  )
}

function OpenForm({ onOpened }: { onOpened: (id: string) => void }) {
  const { t } = useTranslation('records')
  const form = useForm({ initialValues: { knownAt: nowLocal(), what: '' } })
  const send = useChange(
    (client, values: typeof form.values) =>
      client.POST('/api/v1/records/breaches', {
        body: { what: values.what, knownAt: new Date(values.knownAt).toISOString() },
      }),
    { touches: [['records', 'breaches']], onDone: (breach) => onOpened(breach.id) },
  )
  return (
    <form onSubmit={form.onSubmit((values) => send.mutate(values))}>
      <Stack>
        <span className={classes.soft}>{t('breach.openLead')}</span>
        <TextInput
          type="datetime-local"
          label={t('breach.knownAt')}
          description={t('breach.knownHint')}
          required
          {...form.getInputProps('knownAt')}
        />
        <Textarea
          label={t('breach.what')}
          required
          minLength={10}
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps('what')}
        />
        <Button type="submit" color="red" loading={send.isPending}>
          {t('breach.start')}
        </Button>
      </Stack>
    </form>
  )
}
