import { Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { DateTime } from '../../design/values.tsx'
import { AuditSheet } from './audit-sheet.tsx'
import classes from './settings.module.css'

export default function AuditSettings() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const [shown, setShown] = useState<AuditEntry>()
  const entries = useInfiniteQuery(
    api.pages<AuditEntry>(['audit'], (client, after, signal) =>
      client.GET('/api/v1/audit', { params: { query: { limit: 50, after } }, signal }),
    ),
  )
  const actor = useActorName()
  const action = useActionName()
  return (
    <>
      <Section flush title={t('audit.title')} lead={t('audit.lead')}>
        <KeysetTable<AuditEntry>
          label={t('audit.title')}
          query={entries}
          onOpen={setShown}
          {...(shown ? { selectedId: shown.id } : {})}
          empty={<EmptyState icon={IconHistory} title={t('audit.emptyTitle')} text={t('audit.emptyText')} />}
          columns={[
            {
              key: 'action',
              header: t('audit.action'),
              cell: (entry) => <span className={classes.strong}>{action(entry.action)}</span>,
            },
            { key: 'actor', header: t('audit.actor'), cell: (entry) => actor(entry.actor) },
            {
              key: 'at',
              header: t('audit.at'),
              align: 'right',
              from: 'sm',
              cell: (entry) => (
                <Text span size="sm" c="dimmed">
                  <DateTime at={entry.at} />
                </Text>
              ),
            },
          ]}
        />
      </Section>
      <AuditSheet
        entry={shown}
        title={shown ? action(shown.action) : ''}
        actor={shown ? actor(shown.actor) : ''}
        onClose={() => setShown(undefined)}
      />
    </>
  )
}

/** The words of an action, or its code while it has none. */
function useActionName(): (action: string) => string {
  const { t } = useTranslation('settings')
  const words: Record<string, string> = t('audit.actions', { returnObjects: true })
  return (action) => words[action.replace('.', '__')] ?? action
}

/** A member by name where we know it, else by what kind of actor it was. */
function useActorName(): (actor: AuditEntry['actor']) => string {
  const { t } = useTranslation(['settings', 'design'])
  const api = useApi()
  const members = useQuery(
    api.query(['members'], (client, signal) => client.GET('/api/v1/members', { signal })),
  )
  const kinds: Record<string, string> = t('audit.actors', { returnObjects: true })
  const roles: Record<string, string> = t('design:role', { returnObjects: true })
  return (actor) =>
    members.data?.find((member) => member.id === actor.id)?.name ??
    roles[actor.label] ??
    kinds[actor.label] ??
    kinds[actor.kind] ??
    actor.label
}
