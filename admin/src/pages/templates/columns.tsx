import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBusiness } from '../../app/use-business.ts'
import type { Column } from '../../design/keyset-table.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { Relative } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { TemplateGroup } from './group.ts'
import classes from './templates.module.css'

/** A row per name: its text, its languages with their states, and how it does. */
export function useColumns(): Column<TemplateGroup>[] {
  const { t } = useTranslation('templates')
  const format = useFormat()
  return [
    {
      key: 'name',
      header: t('columns.name'),
      cell: (group) => (
        <div className={classes.name}>
          <span>{group.name}</span>
          <Text size="xs" c="dimmed" truncate>
            {group.languages[0]?.content.body.replace(/\s+/g, ' ')}
          </Text>
        </div>
      ),
    },
    { key: 'languages', header: t('columns.languages'), cell: (group) => <Languages group={group} /> },
    {
      key: 'category',
      header: t('columns.category'),
      from: 'md',
      cell: (group) => t(`categories.${group.category}`),
    },
    {
      key: 'quality',
      header: t('columns.quality'),
      from: 'md',
      cell: (group) => <StateBadge kind="quality" state={group.quality} />,
    },
    {
      key: 'usedBy',
      header: t('columns.usedBy'),
      from: 'md',
      align: 'right',
      cell: (group) => <span className="tabular">{format.number(group.usedBy)}</span>,
    },
    {
      key: 'updated',
      header: t('columns.updated'),
      from: 'lg',
      align: 'right',
      cell: (group) => <Relative at={group.updatedAt} />,
    },
  ]
}

function Languages({ group }: { group: TemplateGroup }) {
  const { t } = useTranslation('templates')
  const { slug } = useBusiness()
  const saved = group.languages.filter((each) => each.draft).map((each) => each.language)
  return (
    <div className={classes.languages}>
      <Group gap={6}>
        {group.languages.map((each) => (
          <AnchorLink
            key={each.id}
            to="/b/$slug/templates/$id"
            params={{ slug, id: each.id }}
            underline="never"
            className={classes.language}
            onClick={(event) => event.stopPropagation()}
          >
            <StateBadge kind="template" state={each.state} prefix={each.language} />
          </AnchorLink>
        ))}
      </Group>
      {group.missing.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('missing', { languages: group.missing.join(', ') })}
        </Text>
      )}
      {saved.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('savedChange', { languages: saved.join(', ') })}
        </Text>
      )}
    </div>
  )
}
