import { IconCategory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { Notice } from '../../design/notice.tsx'
import { DateTime, Money } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'

/** What Meta made or will make of the category, what a message costs then, and what became of those that waited (C-63, C-64). */
export function CategoryNotice({ template }: { template: Template }) {
  const { t } = useTranslation('template')
  const api = useApi()
  const format = useFormat()
  const page = useQuery({
    ...api.query(['templates', template.id, 'category'], (client, signal) =>
      client.GET('/api/v1/templates/{id}/category', { params: { path: { id: template.id } }, signal }),
    ),
    enabled: template.submittedAt !== null,
  })
  const data = page.data
  const to =
    data?.announced?.category ?? (data?.before && data.before !== data.category ? data.category : null)
  if (!data || !to) return null
  const names = {
    from: t(`categories.${data.announced ? data.category : (data.before ?? data.category)}`),
    to: t(`categories.${to}`),
  }
  const at = data.announced ? data.announced.at : data.changedAt
  return (
    <Notice
      tone={to === 'marketing' ? 'warn' : 'info'}
      icon={IconCategory}
      title={t(data.announced ? 'categoryChange.announced' : 'categoryChange.changed', names)}
    >
      {at && (
        <p>
          {t(data.announced ? 'categoryChange.from' : 'categoryChange.since')}{' '}
          <DateTime at={at} only="date" />
        </p>
      )}
      {data.note && <p>{data.note}</p>}
      {data.cost && (
        <p>
          {t('categoryChange.cost', { market: format.country(data.cost.market) })}{' '}
          <Money value={data.cost.before} digits={4} /> → <Money value={data.cost.after} digits={4} />
          {!data.cost.verified && ` ${t('categoryChange.unverified')}`}
        </p>
      )}
      {data.waiting > 0 && <p>{t('categoryChange.waiting', { count: data.waiting })}</p>}
      {data.withheld > 0 && <p>{t('categoryChange.withheld', { count: data.withheld })}</p>}
    </Notice>
  )
}
