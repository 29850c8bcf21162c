import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconTrash, IconUserSearch } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ErasureReport } from '../../api/campaign-entities.ts'
import { useDownload } from '../../api/download.ts'
import { keyOf, useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { notifyDone } from '../../design/notify.tsx'
import { PersonAvatar, usePersonName } from '../../design/person.tsx'
import { PersonAddress } from '../../design/person-address.tsx'
import { NoteRequest } from './note-request.tsx'
import classes from './privacy.module.css'

interface PersonActionsProps {
  contactId: string
  onClear: () => void
  /** A request was noted, and is opened in the queue. */
  onNoted: (requestId: string) => void
  onErased: (report: ErasureReport) => void
}

/** Give access to, or erase, the person that was found, or note what they asked for. */
export function PersonActions({ contactId, onClear, onNoted, onErased }: PersonActionsProps) {
  const { t } = useTranslation('privacy')
  const api = useApi()
  const queries = useQueryClient()
  const { id: businessId, slug } = useBusiness()
  const nameOf = usePersonName()
  const download = useDownload()
  const [erasing, erasure] = useDisclosure(false)
  const contact = useQuery(
    api.query(['contacts', contactId], (client, signal) =>
      client.GET('/api/v1/contacts/{id}', { params: { path: { id: contactId } }, signal }),
    ),
  )
  const erase = useChange(
    (client) =>
      client.POST('/api/v1/privacy/contacts/{id}/erase', {
        params: { path: { id: contactId } },
        body: { confirm: 'ERASE' },
      }),
    {
      touches: [['privacy'], ['contacts', 'list'], ['conversations', 'list'], ['ledger'], ['insights']],
      done: t('people.erased'),
      onDone: ({ report }) => {
        // Nothing of the person stays in this browser's memory either.
        queries.removeQueries({ queryKey: keyOf(businessId, ['contacts', contactId]) })
        queries.removeQueries({ queryKey: keyOf(businessId, ['conversations', contactId]) })
        erasure.close()
        onErased(report)
      },
    },
  )
  const giveAccess = async (path: 'export' | 'export.pdf') => {
    const saved = await download.save({
      path: `/api/v1/privacy/contacts/${contactId}/${path}`,
      name: path === 'export' ? `${contactId}.json` : `${contactId}.pdf`,
      method: 'POST',
    })
    if (!saved) return
    notifyDone(t('people.exported'))
    void queries.invalidateQueries({ queryKey: keyOf(businessId, ['privacy']) })
  }
  const other = (
    <Button variant="subtle" size="xs" leftSection={<IconUserSearch size={15} />} onClick={onClear}>
      {t('people.clear')}
    </Button>
  )
  if (contact.error && !contact.data) {
    return (
      <>
        <ErrorState error={contact.error} />
        {other}
      </>
    )
  }
  if (!contact.data) return <Skeleton height="10rem" />
  const name = nameOf(contact.data)
  return (
    <>
      <div className={classes.person}>
        <PersonAvatar id={contactId} name={contact.data.name} large />
        <div>
          <AnchorLink to="/b/$slug/contacts/$id" params={{ slug, id: contactId }} c="inherit" fw={590}>
            {name}
          </AnchorLink>
          <Text size="sm" c="dimmed" component="div">
            <PersonAddress person={contact.data} reveal />
          </Text>
        </div>
        {other}
      </div>
      <div className={classes.ways}>
        <div className={classes.way}>
          <Title order={3}>{t('people.export')}</Title>
          <Text size="sm" c="dimmed">
            {t('people.exportText')}
          </Text>
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={download.busy}
              onClick={() => void giveAccess('export.pdf')}
            >
              {t('act.download', { format: 'PDF' })}
            </Button>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={download.busy}
              onClick={() => void giveAccess('export')}
            >
              {t('act.download', { format: 'JSON' })}
            </Button>
          </Group>
        </div>
        <div className={classes.way}>
          <Title order={3}>{t('people.erase')}</Title>
          <Text size="sm" c="dimmed">
            {t('people.eraseText')}
          </Text>
          <Button variant="light" color="red" leftSection={<IconTrash size={16} />} onClick={erasure.open}>
            {t('people.eraseDo')}
          </Button>
        </div>
        <NoteRequest contactId={contactId} onNoted={onNoted} />
      </div>
      <ConfirmDialog
        opened={erasing}
        onClose={erasure.close}
        onConfirm={() => erase.mutate()}
        title={t('people.eraseTitle', { name })}
        confirmLabel={t('people.eraseConfirm')}
        danger
        loading={erase.isPending}
        word={t('people.word')}
      >
        <p className={classes.aside}>{t('people.eraseWarn')}</p>
        <p className={classes.aside}>{t('people.eraseKeeps')}</p>
        <p className={classes.aside}>{t('people.eraseFirst')}</p>
      </ConfirmDialog>
    </>
  )
}
