import { Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { Section } from '../../design/section.tsx'
import { useReasonDetail } from '../campaign/use-reason-detail.ts'
import classes from './campaign-new.module.css'

const pauseMs = 250
const shown = 8

/** Sends the campaign to one contact, for example one's own phone; it passes the same checks as any message. */
export function TestCard({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation(['campaign-new', 'campaign'])
  const api = useApi()
  const detail = useReasonDetail()
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search, pauseMs)
  const [contactId, setContactId] = useState<string | null>(null)
  const contacts = useQuery(
    api.query(['contacts', 'list', 'test', settled], (client, signal) =>
      client.GET('/api/v1/contacts', {
        params: { query: { limit: shown, ...(settled ? { search: settled } : {}) } },
        signal,
      }),
    ),
  )
  const send = useChange(
    (client, contact: string) =>
      client.POST('/api/v1/campaigns/{id}/test', {
        params: { path: { id: campaignId } },
        body: { contactId: contact },
      }),
    {
      touches: [],
      done: (sent) =>
        sent.reason ? t('test.withheld', { reason: detail(sent.reason) ?? sent.reason }) : t('test.done'),
    },
  )
  return (
    <Section title={t('test.title')} lead={t('test.lead')}>
      <div className={classes.test}>
        <Select
          label={t('test.contact')}
          placeholder={t('test.search')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('test.clear') }}
          // The server has searched already; filtering again would hide what it found by number.
          filter={({ options }) => options}
          nothingFoundMessage={contacts.isFetching ? t('test.searching') : t('test.nobody')}
          value={contactId}
          onChange={setContactId}
          onSearchChange={setSearch}
          data={(contacts.data?.items ?? []).map((contact) => ({
            value: contact.id,
            label: [contact.name, contact.phone].filter(Boolean).join(', ') || t('review.unnamed'),
          }))}
        />
        <Button
          variant="default"
          leftSection={<IconSend size={16} aria-hidden />}
          disabled={!contactId}
          loading={send.isPending}
          onClick={() => contactId && send.mutate(contactId)}
        >
          {t('test.go')}
        </Button>
      </div>
    </Section>
  )
}
