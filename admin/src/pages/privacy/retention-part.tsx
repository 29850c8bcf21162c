import { Button, NumberInput, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetentionLine } from '../../api/campaign-entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { DateTime } from '../../design/values.tsx'
import classes from './privacy.module.css'
import { ProofSpan } from './proof-span.tsx'
import rights from './rights.module.css'

/** What goes when: the register that the nightly job does, and what may be set shorter. */
export function RetentionPart() {
  const { t } = useTranslation('privacy')
  const api = useApi()
  const retention = useQuery(
    api.query(['retention'], (client, signal) => client.GET('/api/v1/retention', { signal })),
  )
  const settings = useQuery(
    api.query(['privacy', 'settings'], (client, signal) =>
      client.GET('/api/v1/privacy/settings', { signal }),
    ),
  )
  const error = retention.error ?? settings.error
  if (error && !(retention.data && settings.data)) {
    return (
      <Section title={t('keep.title')}>
        <ErrorState
          error={error}
          onRetry={() => {
            void retention.refetch()
            void settings.refetch()
          }}
        />
      </Section>
    )
  }
  if (!retention.data || !settings.data) {
    return (
      <Section title={t('keep.title')} lead={t('keep.lead')}>
        <Skeleton height="16rem" />
      </Section>
    )
  }
  return (
    <div className={classes.stack}>
      <ProofSpan settings={settings.data} />
      <Section
        flush
        title={t('keep.title')}
        lead={
          <>
            {t('keep.lead')} {t('keep.next')} <DateTime at={retention.data.nextRunAt} />.
          </>
        }
      >
        <ul className={rights.lines}>
          {retention.data.lines.map((line) => (
            <Line key={`${line.what}${line.does}${line.days}`} line={line} />
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Line({ line }: { line: RetentionLine }) {
  const { t } = useTranslation('privacy')
  const span =
    line.end ??
    (line.months !== null
      ? t('keep.months', { count: line.months })
      : line.days === 0
        ? t('keep.atOnce')
        : t('keep.days', { count: line.days ?? 0 }))
  return (
    <li className={rights.line}>
      <span>{line.what}</span>
      {line.key !== null && line.longest !== null && line.shortest !== null ? (
        <Shorten line={{ ...line, key: line.key, longest: line.longest, shortest: line.shortest }} />
      ) : (
        <span className={line.end ? classes.soft : undefined}>{span}</span>
      )}
      <Text size="sm" c="dimmed" component="span">
        {line.basis}
      </Text>
    </li>
  )
}

type Settable = RetentionLine & { key: string; longest: number; shortest: number }

function Shorten({ line }: { line: Settable }) {
  const { t } = useTranslation('privacy')
  const [days, setDays] = useState<number | string>(line.days ?? line.longest)
  const save = useChange(
    (client, value: number | null) =>
      client.PUT('/api/v1/retention/{key}', { params: { path: { key: line.key } }, body: { days: value } }),
    { touches: [['retention']], done: t('keep.saved') },
  )
  const changed = typeof days === 'number' && days !== line.days
  return (
    <form
      className={rights.days}
      onSubmit={(event) => {
        event.preventDefault()
        if (typeof days === 'number') save.mutate(days === line.longest ? null : days)
      }}
    >
      <NumberInput
        aria-label={t('keep.daysOf', { what: line.what })}
        min={line.shortest}
        max={line.longest}
        clampBehavior="blur"
        allowDecimal={false}
        size="sm"
        w="5.5rem"
        value={days}
        onChange={setDays}
      />
      <Text size="sm" component="span">
        {t('keep.daysWord')}
      </Text>
      {changed ? (
        <Button type="submit" size="compact-sm" variant="default" loading={save.isPending}>
          {t('keep.save')}
        </Button>
      ) : (
        <Text size="xs" c="dimmed" component="span">
          {t('keep.range', { shortest: line.shortest, longest: line.longest })}
        </Text>
      )}
    </form>
  )
}
