import { Button, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconDownload, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../api/download.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { BreachReach } from './breach-reach.tsx'
import { listPath } from './list-path.ts'
import classes from './records.module.css'
import type { AffectedQuery, Breach, Translations } from './types.ts'

const tables = ['contact', 'message', 'inbound_message', 'consent', 'webhook_update'] as const

interface Values {
  table: (typeof tables)[number]
  from: string
  to: string
  segmentId: string | null
}

const queryOf = ({ table, from, to, segmentId }: Values): AffectedQuery => ({
  table,
  from: from ? new Date(from).toISOString() : null,
  to: to ? new Date(to).toISOString() : null,
  segmentId,
})

/** Whom the breach concerns: a query, its number, its list. */
export function Affected({ breach, translations }: { breach: Breach; translations: Translations }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const api = useApi()
  const download = useDownload()
  const form = useForm<Values>({ initialValues: { table: 'contact', from: '', to: '', segmentId: null } })
  const segments = useQuery(
    api.query(['segments'], (client, signal) => client.GET('/api/v1/segments', { signal })),
  )
  const path = { id: breach.id }
  const count = useChange(
    (client, values: Values) =>
      client.POST('/api/v1/records/breaches/{id}/affected', { params: { path }, body: queryOf(values) }),
    { touches: [] },
  )
  const keep = useChange(
    (client, values: Values) =>
      client.POST('/api/v1/records/breaches/{id}/entries', {
        params: { path },
        body: { kind: 'affected', query: queryOf(values) },
      }),
    { touches: [['records', 'breaches']], done: t('saved') },
  )
  const list = () =>
    void download.save({ path: listPath(breach.id, queryOf(form.values), false), name: 'people.csv' })
  return (
    <Section title={t('breach.affected')} lead={t('breach.affectedLead')}>
      <form onSubmit={form.onSubmit((values) => count.mutate(values))}>
        <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }}>
          <Select
            label={t('breach.table')}
            allowDeselect={false}
            data={tables.map((value) => ({ value, label: t(`breach.tables.${value}`) }))}
            {...form.getInputProps('table')}
          />
          <TextInput type="datetime-local" label={t('breach.from')} {...form.getInputProps('from')} />
          <TextInput type="datetime-local" label={t('breach.to')} {...form.getInputProps('to')} />
          <Select
            label={t('breach.segment')}
            clearable
            data={(segments.data ?? []).map((segment) => ({ value: segment.id, label: segment.name }))}
            {...form.getInputProps('segmentId')}
          />
        </SimpleGrid>
        <div className={classes.actions}>
          <Button
            type="submit"
            variant="default"
            leftSection={<IconSearch size={15} />}
            loading={count.isPending}
          >
            {t('breach.count')}
          </Button>
          <Button
            variant="default"
            disabled={breach.closed}
            loading={keep.isPending}
            onClick={() => keep.mutate(form.values)}
          >
            {t('breach.keep')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={15} />}
            loading={download.busy}
            onClick={list}
          >
            {t('breach.list')}
          </Button>
          <span className={classes.strong} role="status">
            {count.data && t('breach.found', { people: format.number(count.data.people) })}
          </span>
        </div>
      </form>
      {count.data && count.variables && count.data.people > 0 && (
        <BreachReach
          breach={breach}
          query={queryOf(count.variables)}
          reach={count.data.reach}
          translations={translations}
          onTold={() => count.variables && count.mutate(count.variables)}
        />
      )}
    </Section>
  )
}
