import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Review } from './types.ts'

/** Topics or campaigns with what came of them. */
export function GroupSection({ title, groups }: { title: string; groups: Review['topics'] }) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const items = groups.map((group, index) => ({ ...group, id: `${index}` }))
  if (items.length === 0) {
    return (
      <Section title={title}>
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      </Section>
    )
  }
  return (
    <Section flush title={title}>
      <KeysetTable
        label={title}
        query={wholeList({ data: items, error: null, isPending: false, refetch: () => undefined })}
        empty={null}
        columns={[
          { key: 'name', header: t('group.name'), cell: ({ name }) => name },
          {
            key: 'delivered',
            header: t('group.delivered'),
            align: 'right',
            from: 'sm',
            cell: ({ delivered }) => format.number(delivered),
          },
          {
            key: 'read',
            header: t('group.read'),
            align: 'right',
            from: 'sm',
            cell: ({ read, delivered }) => (delivered > 0 ? format.percent(read / delivered) : '–'),
          },
          {
            key: 'optOuts',
            header: t('group.optOuts'),
            align: 'right',
            cell: ({ optOuts }) => format.number(optOuts),
          },
          {
            key: 'share',
            header: t('group.share'),
            align: 'right',
            cell: ({ optOuts, delivered }) => (delivered > 0 ? format.percent(optOuts / delivered) : '–'),
          },
        ]}
      />
    </Section>
  )
}
