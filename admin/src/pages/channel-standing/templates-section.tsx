import { IconTemplate } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { isState, StateBadge } from '../../design/state-badge.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from '../standing/standing.module.css'
import type { ChannelDetail } from './types.ts'

/** The templates of the number with their quality and what came of them; the worst first. */
export function TemplatesSection({ templates }: { templates: ChannelDetail['templates'] }) {
  const { t } = useTranslation('channel-standing')
  const format = useFormat()
  const navigate = useNavigate()
  const { slug } = useBusiness()
  return (
    <Section flush title={t('templates.title')}>
      <KeysetTable
        label={t('templates.title')}
        query={wholeList({ data: templates, error: null, isPending: false, refetch: () => undefined })}
        onOpen={({ id }) => void navigate({ to: '/b/$slug/templates/$id', params: { slug, id } })}
        empty={
          <EmptyState
            compact
            icon={IconTemplate}
            title={t('templates.none')}
            text={t('templates.noneText')}
          />
        }
        columns={[
          {
            key: 'name',
            header: t('templates.name'),
            cell: ({ name, language }) => (
              <span className={classes.name}>
                {name} ({format.language(language.replace('_', '-'))})
              </span>
            ),
          },
          {
            key: 'sent',
            header: t('templates.sent'),
            align: 'right',
            from: 'sm',
            cell: ({ sent }) => format.number(sent),
          },
          {
            key: 'read',
            header: t('templates.read'),
            align: 'right',
            from: 'sm',
            cell: ({ read, sent }) => (sent > 0 ? format.percent(read / sent) : '–'),
          },
          {
            key: 'quality',
            header: t('templates.quality'),
            cell: ({ quality }) => <StateBadge kind="quality" state={quality} />,
          },
          {
            key: 'state',
            header: t('templates.state'),
            align: 'right',
            from: 'sm',
            cell: ({ state }) =>
              isState('template', state) ? <StateBadge kind="template" state={state} /> : state,
          },
        ]}
      />
    </Section>
  )
}
