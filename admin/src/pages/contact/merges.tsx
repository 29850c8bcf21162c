import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactMerge } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './merge.module.css'

/** Which other records went into this one, and the way back as long as there is one. */
export function Merges({ contactId }: { contactId: string }) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const api = useApi()
  const { role } = useBusiness()
  const [asked, ask] = useState<ContactMerge>()
  const merges = useQuery(
    api.query(['contacts', contactId, 'merges'], (client, signal) =>
      client.GET('/api/v1/contacts/{id}/merges', { params: { path: { id: contactId } }, signal }),
    ),
  )
  const undo = useChange(
    (client, id: string) => client.POST('/api/v1/contact-merges/{id}/undo', { params: { path: { id } } }),
    {
      touches: [['contacts'], ['conversations'], ['segments'], ['insights'], ['ledger']],
      done: t('merges.undone'),
      onDone: () => ask(undefined),
    },
  )
  if (!merges.data || merges.data.length === 0) return null
  return (
    <Section title={t('merges.title')}>
      <ul className={classes.merges}>
        {merges.data.map((merge) => (
          <li key={merge.id} className={classes.merge}>
            <div>
              <Text size="sm" fw={540}>
                {merge.name ?? t('merges.unnamed')}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`merges.because.${merge.because}`, { date: format.date(merge.at) })}
              </Text>
              {merge.undoUntil && (
                <Text size="xs" c="dimmed">
                  {t('merges.until', { date: format.date(merge.undoUntil) })}
                </Text>
              )}
            </div>
            {merge.undoUntil && role !== 'agent' && (
              <Button size="xs" variant="default" onClick={() => ask(merge)}>
                {t('merges.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => ask(undefined)}
        onConfirm={() => asked && undo.mutate(asked.id)}
        title={t('merges.undoTitle')}
        confirmLabel={t('merges.undoConfirm')}
        loading={undo.isPending}
      >
        {t('merges.undoText')}
      </ConfirmDialog>
    </Section>
  )
}
