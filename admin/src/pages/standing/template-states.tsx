import { Text } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Standing } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './standing.module.css'

const isCalm = (template: Standing['templates'][number]) => template.state === 'approved'

/** Templates by state; those that need a hand come first. */
export function TemplateStates({ templates }: { templates: Standing['templates'] }) {
  const { t } = useTranslation('standing')
  const format = useFormat()
  const navigate = useNavigate()
  const { slug } = useBusiness()
  const items = [...templates].sort((a, b) => Number(isCalm(a)) - Number(isCalm(b)))
  return (
    <Section flush title={t('templates.title')} lead={t('templates.lead')}>
      <KeysetTable
        label={t('templates.title')}
        query={wholeList({ data: items, error: null, isPending: false, refetch: () => undefined })}
        onOpen={({ id }) => void navigate({ to: '/b/$slug/templates/$id', params: { slug, id } })}
        empty={
          <EmptyState
            compact
            icon={IconTemplate}
            title={t('templates.emptyTitle')}
            text={t('templates.emptyText')}
          />
        }
        columns={[
          {
            key: 'name',
            header: t('templates.name'),
            cell: (template) => (
              <>
                <span className={classes.name}>{template.name}</span>
                {template.reason && (
                  <Text size="sm" c="dimmed">
                    {template.reason}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: 'language',
            header: t('templates.language'),
            from: 'sm',
            cell: (template) => format.language(template.language.replace('_', '-')),
          },
          {
            key: 'quality',
            header: t('quality.label'),
            from: 'sm',
            cell: (template) => <StateBadge kind="quality" state={template.quality} />,
          },
          {
            key: 'state',
            header: t('templates.state'),
            align: 'right',
            cell: (template) => <StateBadge kind="template" state={template.state} />,
          },
        ]}
      />
    </Section>
  )
}
