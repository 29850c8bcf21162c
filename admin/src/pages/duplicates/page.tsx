import { Modal, SegmentedControl, Text } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateGroup } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { MergePreview } from '../contact/merge-preview.tsx'
import { Alike } from './alike.tsx'
import classes from './duplicates.module.css'

const kinds = ['name', 'email', 'number'] as const

/** Records of the whole business that look like one person's, to be compared and merged one pair after another. */
export default function DuplicatesPage() {
  const { t } = useTranslation('duplicates')
  const { t: contact } = useTranslation('contact')
  const { t: design } = useTranslation('design')
  const api = useApi()
  const { slug } = useBusiness()
  const [asked, setBy] = useFilter('by')
  const by = kinds.find((kind) => kind === asked) ?? 'name'
  const [pair, setPair] = useState<{ one: string; other: string }>()
  const groups = useInfiniteQuery(
    api.pages<DuplicateGroup>(['contacts', 'duplicates', by], (client, after, signal) =>
      client.GET('/api/v1/contact-duplicates', { params: { query: { by, limit: 25, after } }, signal }),
    ),
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ to: `/b/${slug}/contacts`, label: t('back') }}
      />
      <Section flush>
        <div className={classes.bar}>
          <SegmentedControl
            aria-label={t('by.label')}
            value={by}
            onChange={(value) => setBy(value === 'name' ? null : value)}
            data={kinds.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
          <Text size="sm" c="dimmed">
            {t(`hint.${by}`)}
          </Text>
        </div>
        <KeysetTable<DuplicateGroup>
          label={t('title')}
          columns={[
            {
              key: 'people',
              header: t('table.people'),
              cell: (group) => <Alike group={group} onCompare={(one, other) => setPair({ one, other })} />,
            },
          ]}
          query={groups}
          empty={<EmptyState icon={IconUsersGroup} title={t('empty.title')} text={t(`empty.${by}`)} />}
        />
      </Section>
      <Modal
        opened={pair !== undefined}
        onClose={() => setPair(undefined)}
        size="lg"
        title={contact('merge.title')}
        closeButtonProps={{ 'aria-label': design('dialog.close') }}
      >
        {pair && (
          <MergePreview
            contactId={pair.one}
            otherId={pair.other}
            onMerged={() => setPair(undefined)}
            onClose={() => setPair(undefined)}
          />
        )}
      </Modal>
    </>
  )
}
