import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContactCard, ContactField } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './contact.module.css'
import { DetailsForm } from './details-form.tsx'

/** What the business noted about a person, and the form to change it. */
export function Details({ contact }: { contact: ContactCard }) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const api = useApi()
  const { slug } = useBusiness()
  const [editing, edit] = useDisclosure(false)
  const fields = useQuery(
    api.query(['contact-fields'], (client, signal) => client.GET('/api/v1/contact-fields', { signal })),
  )
  const shownValue = (field: ContactField) => {
    const value = contact.attributes[field.key]
    if (value === undefined || value === null || value === '') return null
    if (typeof value === 'boolean') return value ? t('details.yes') : t('details.no')
    if (typeof value === 'number') return format.number(value)
    return field.type === 'date' && !Number.isNaN(Date.parse(value)) ? format.date(value) : value
  }
  const rows = [
    { key: 'name', label: t('details.name'), value: contact.name },
    {
      key: 'language',
      label: t('details.language'),
      value: contact.language && format.language(contact.language),
    },
    {
      key: 'country',
      label: t('details.country'),
      value: contact.country && format.country(contact.country),
    },
    ...(fields.data ?? []).map((field) => ({
      key: `a-${field.key}`,
      label: field.label,
      value: shownValue(field),
    })),
  ]
  return (
    <Section
      title={t('details.title')}
      aside={
        !contact.restricted && (
          <Button variant="default" size="xs" leftSection={<IconPencil size={14} />} onClick={edit.open}>
            {t('details.edit')}
          </Button>
        )
      }
      lead={contact.restricted && t('details.restricted')}
    >
      <dl className={classes.details}>
        {rows.map((row) => (
          <div key={row.key}>
            <dt>{row.label}</dt>
            <dd data-empty={!row.value || undefined}>{row.value || t('details.empty')}</dd>
          </div>
        ))}
      </dl>
      {fields.data?.length === 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('details.noFields')}{' '}
          <AnchorLink to="/b/$slug/settings/fields" params={{ slug }} size="sm" underline="always">
            {t('details.toFields')}
          </AnchorLink>
        </Text>
      )}
      <DetailsForm opened={editing} onClose={edit.close} contact={contact} fields={fields.data ?? []} />
    </Section>
  )
}
