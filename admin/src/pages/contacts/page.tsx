import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAddressBook, IconFileImport, IconSearch, IconUsersGroup } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Contact } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { ConsentChips } from '../../design/consent-chips.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { type Column, KeysetTable } from '../../design/keyset-table.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { Relative } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './contacts.module.css'
import { Filters } from './filters.tsx'
import { ImportLinked } from './import-linked.tsx'
import { ImportWizard } from './import-wizard.tsx'
import { PersonCell } from './person-cell.tsx'
import { useContactFilters } from './use-contact-filters.ts'

/** Everybody the business knows, with what they said yes to. */
export default function ContactsPage() {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  const api = useApi()
  const navigate = useNavigate()
  const { slug, role } = useBusiness()
  const [importing, wizard] = useDisclosure(false)
  const [linked, setLinked] = useFilter('import')
  const { filters, active, reset } = useContactFilters()
  const contacts = useInfiniteQuery(
    api.pages<Contact>(['contacts', 'list', filters], (client, after, signal) =>
      client.GET('/api/v1/contacts', { params: { query: { ...filters, after } }, signal }),
    ),
  )

  const columns: Column<Contact>[] = [
    { key: 'person', header: t('table.person'), cell: (contact) => <PersonCell contact={contact} /> },
    {
      key: 'consents',
      header: t('table.consents'),
      from: 'sm',
      cell: (contact) => <ConsentChips consents={contact.consents} />,
    },
    {
      key: 'speaks',
      header: t('table.speaks'),
      from: 'lg',
      width: '12.5rem',
      cell: (contact) => (
        <Text size="sm" c="dimmed" component="span">
          {[
            contact.language && format.language(contact.language),
            contact.country && format.country(contact.country),
          ]
            .filter(Boolean)
            .join(', ') || '–'}
        </Text>
      ),
    },
    {
      key: 'last',
      header: t('table.last'),
      from: 'md',
      width: '9.5rem',
      align: 'right',
      cell: (contact) => (
        <Text size="sm" c="dimmed" component="span">
          {contact.lastInboundAt ? <Relative at={contact.lastInboundAt} /> : t('table.never')}
        </Text>
      ),
    },
  ]

  const importButton = (
    <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={wizard.open}>
      {t('import')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {role !== 'agent' && (
              <ButtonLink
                to="/b/$slug/contacts/duplicates"
                params={{ slug }}
                variant="default"
                leftSection={<IconUsersGroup size={16} />}
              >
                {t('duplicates')}
              </ButtonLink>
            )}
            {importButton}
          </>
        }
      />
      <Section flush className={classes.card}>
        <Filters />
        <KeysetTable<Contact>
          label={t('title')}
          columns={columns}
          query={contacts}
          onOpen={(contact) =>
            void navigate({ to: '/b/$slug/contacts/$id', params: { slug, id: contact.id } })
          }
          empty={
            active ? (
              <EmptyState
                icon={IconSearch}
                title={t('nothing.title')}
                text={tooShort(filters.search) ? t('nothing.short') : t('nothing.text')}
                action={
                  <Button variant="default" onClick={reset}>
                    {t('filter.reset')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                icon={IconAddressBook}
                title={t('empty.title')}
                text={t('empty.text')}
                action={
                  <>
                    <ButtonLink to="/b/$slug/sources" params={{ slug }}>
                      {t('empty.sources')}
                    </ButtonLink>
                    {importButton}
                  </>
                }
              />
            )
          }
        />
      </Section>
      <ImportWizard opened={importing} onClose={wizard.close} />
      {linked && (
        <ImportLinked
          importId={linked}
          onClose={() => setLinked(null)}
          onAgain={() => {
            setLinked(null)
            wizard.open()
          }}
        />
      )}
    </>
  )
}

/** The server looks for words of two letters and numbers of four digits and more. */
function tooShort(search: string | undefined): boolean {
  if (!search) return false
  const digits = search.replace(/[\s()+/.-]/g, '')
  return /^\d+$/.test(digits) ? digits.length < 4 : digits.length < 2
}
