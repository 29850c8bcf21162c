import { ActionIcon, Button, Code, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconForms, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { FieldSheet } from './field-sheet.tsx'
import classes from './settings.module.css'

export default function FieldsSettings() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const [adding, add] = useDisclosure(false)
  const [leaving, setLeaving] = useState<string>()
  const fields = useQuery({
    ...api.query(['contact-fields'], (client, signal) => client.GET('/api/v1/contact-fields', { signal })),
    select: (all) => all.map((field) => ({ ...field, id: field.key })),
  })
  const remove = useChange(
    (client, key: string) => client.DELETE('/api/v1/contact-fields/{key}', { params: { path: { key } } }),
    { touches: [['contact-fields']], done: t('fields.removed'), onDone: () => setLeaving(undefined) },
  )
  const addButton = (
    <Button size="xs" leftSection={<IconPlus size={15} />} onClick={add.open}>
      {t('fields.add')}
    </Button>
  )
  return (
    <>
      <Section
        flush
        title={t('fields.title')}
        lead={t('fields.lead')}
        aside={fields.data?.length ? addButton : null}
      >
        <KeysetTable
          label={t('fields.title')}
          query={wholeList(fields)}
          empty={
            <EmptyState
              icon={IconForms}
              title={t('fields.emptyTitle')}
              text={t('fields.emptyText')}
              action={addButton}
            />
          }
          columns={[
            {
              key: 'label',
              header: t('fields.label'),
              cell: (field) => (
                <>
                  <div className={classes.strong}>{field.label}</div>
                  <Code>{field.key}</Code>
                </>
              ),
            },
            {
              key: 'type',
              header: t('fields.type'),
              from: 'sm',
              cell: (field) => t(`fields.types.${field.type}`),
            },
            {
              key: 'purpose',
              header: t('fields.purpose'),
              cell: (field) => (
                <Text size="sm" c="dimmed">
                  {field.purpose}
                </Text>
              ),
            },
            {
              key: 'remove',
              header: '',
              align: 'right',
              width: '3.5rem',
              cell: (field) => (
                <Tooltip label={t('remove')}>
                  <ActionIcon
                    aria-label={t('fields.removeOf', { label: field.label })}
                    onClick={() => setLeaving(field.key)}
                  >
                    <IconTrash size={16} stroke={1.7} />
                  </ActionIcon>
                </Tooltip>
              ),
            },
          ]}
        />
      </Section>
      <FieldSheet opened={adding} onClose={add.close} />
      <ConfirmDialog
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => leaving && remove.mutate(leaving)}
        title={t('fields.removeTitle')}
        confirmLabel={t('remove')}
        danger
        loading={remove.isPending}
      >
        {t('fields.removeText')}
      </ConfirmDialog>
    </>
  )
}
