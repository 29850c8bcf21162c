import { Alert, Button, Group, ScrollArea, Skeleton, Table, Text, Textarea, Title } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactImport } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './contacts.module.css'

type Claims = NonNullable<ContactImport['claims']>

const shortestNote = 3

/** What a list claims, who answers for it, and the second member's decision (C-19). */
export function ImportClaims({
  importId,
  claims,
  onDecided,
}: {
  importId: string
  claims: Claims
  onDecided: (decided: ContactImport) => void
}) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  const { role } = useBusiness()
  const mayDecide = claims.state === 'waiting' && !claims.mine && role !== 'agent'
  return (
    <section className={classes.evidence} aria-label={t('claims.title')}>
      <Title order={3}>{t('claims.title')}</Title>
      <Alert
        variant="light"
        color={claims.state === 'refused' || claims.state === 'lapsed' ? 'red' : 'yellow'}
        icon={<IconScale size={20} stroke={1.7} />}
        title={t(`claims.state.${claims.state}`)}
        my="sm"
      >
        {t('claims.never')}
      </Alert>
      <Text size="sm">
        {t('claims.figures', {
          claims: format.number(claims.claims),
          incomplete: format.number(claims.incomplete),
          objected: format.number(claims.objected),
        })}
      </Text>
      <Text size="sm" mt={4}>
        {t('claims.by', { name: claims.attestedBy, date: format.dateTime(claims.attestedAt) })}{' '}
        {t(`evidence.origins.${claims.origin}`)}. {t('claims.quoted', { text: claims.statement })}
      </Text>
      {claims.fileHash && (
        <Text size="xs" c="dimmed" mt={4} className={classes.hash}>
          {t('claims.hash')} {claims.fileHash}
        </Text>
      )}
      {claims.decidedAt && (
        <Text size="sm" mt={4}>
          {claims.state === 'lapsed'
            ? t('claims.lapsed', { date: format.dateTime(claims.decidedAt) })
            : t('claims.decided', {
                name: claims.decidedBy ?? '–',
                date: format.dateTime(claims.decidedAt),
              })}
          {claims.note && ` ${t('claims.quoted', { text: claims.note })}`}
        </Text>
      )}
      {claims.lapsesAt && (
        <Text size="sm" mt={4}>
          {t('claims.lapses', { date: format.date(claims.lapsesAt) })}
        </Text>
      )}
      {claims.state === 'waiting' && claims.mine && (
        <Text size="sm" mt="sm" role="status">
          {t('claims.waitForOther')}
        </Text>
      )}
      {mayDecide && <Decide importId={importId} readable={claims.fileHash !== null} onDecided={onDecided} />}
    </section>
  )
}

/** Ten rows to compare with what the business keeps, and the decision, which stays. */
function Decide({
  importId,
  readable,
  onDecided,
}: {
  importId: string
  readable: boolean
  onDecided: (decided: ContactImport) => void
}) {
  const { t } = useTranslation('contacts')
  const [note, setNote] = useState('')
  const [asked, ask] = useState<'approve' | 'refuse'>()
  const decide = useChange(
    (client, decision: 'approve' | 'refuse') =>
      client.POST('/api/v1/contact-imports/{id}/decision', {
        params: { path: { id: importId } },
        body: { decision, note: note.trim() },
      }),
    {
      touches: [['contact-imports'], ['contacts']],
      done: t('claims.done'),
      onDone: (decided) => {
        ask(undefined)
        onDecided(decided)
      },
    },
  )
  const ready = note.trim().length >= shortestNote
  return (
    <>
      <Sample importId={importId} />
      <Textarea
        label={t('claims.note')}
        description={t('claims.noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={1000}
        mt="sm"
      />
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button variant="default" disabled={!ready} onClick={() => ask('refuse')}>
          {t('claims.refuse')}
        </Button>
        <Button disabled={!ready || !readable} onClick={() => ask('approve')}>
          {t('claims.approve')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => ask(undefined)}
        onConfirm={() => asked && decide.mutate(asked)}
        title={t(asked === 'refuse' ? 'claims.refuseTitle' : 'claims.approveTitle')}
        confirmLabel={t(asked === 'refuse' ? 'claims.refuse' : 'claims.approve')}
        loading={decide.isPending}
        danger={asked === 'refuse'}
      >
        {t(asked === 'refuse' ? 'claims.refuseText' : 'claims.approveText')}
      </ConfirmDialog>
    </>
  )
}

function Sample({ importId }: { importId: string }) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  const api = useApi()
  const sample = useQuery({
    ...api.query(['contact-imports', importId, 'sample'], (client, signal) =>
      client.GET('/api/v1/contact-imports/{id}/sample', { params: { path: { id: importId } }, signal }),
    ),
    // Every look is written down: it is not repeated behind anybody's back.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  if (sample.error) return <ErrorState error={sample.error} onRetry={() => void sample.refetch()} />
  if (!sample.data) return <Skeleton height="8rem" mt="sm" />
  return (
    <>
      <Text size="sm" fw={560} mt="md" mb={4}>
        {t('claims.sample')}
      </Text>
      <ScrollArea.Autosize
        mah="16rem"
        className={classes.problems}
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('claims.sample') }}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('wizard.line')}</Table.Th>
              <Table.Th>{t('table.person')}</Table.Th>
              <Table.Th>{t('evidence.columns.date')}</Table.Th>
              <Table.Th>{t('evidence.columns.source')}</Table.Th>
              <Table.Th>{t('evidence.columns.text')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sample.data.map((row) => (
              <Table.Tr key={row.contactId}>
                <Table.Td className="tabular">{format.number(row.line)}</Table.Td>
                <Table.Td>
                  {row.name ?? row.phone}
                  {row.name && (
                    <Text size="xs" c="dimmed">
                      {row.phone}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td className={classes.noBreak}>{format.date(`${row.claimedOn}T12:00:00`)}</Table.Td>
                <Table.Td>{row.source}</Table.Td>
                <Table.Td className={classes.claimText}>{row.wording}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </>
  )
}
