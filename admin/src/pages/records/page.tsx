import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { AnchorLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { TabList } from '../../design/tab-list.tsx'
import { BreachesPart } from './breaches-part.tsx'
import { DutiesPart } from './duties-part.tsx'
import { LivePart } from './live-part.tsx'
import { NoticesPart } from './notices-part.tsx'
import { ProcessorsPart } from './processors-part.tsx'
import { RecordPart } from './record-part.tsx'
import classes from './records.module.css'
import { ScreeningPart } from './screening-part.tsx'

const parts = {
  live: LivePart,
  duties: DutiesPart,
  notices: NoticesPart,
  screening: ScreeningPart,
  record: RecordPart,
  processors: ProcessorsPart,
  breaches: BreachesPart,
} as const
type Part = keyof typeof parts

const isPart = (value: string | null | undefined): value is Part =>
  Boolean(value && Object.hasOwn(parts, value))

/** What the law asks of the keeper: going live, contracts, notice, risk, record, processors, breaches. */
export default function RecordsPage() {
  const { t } = useTranslation('records')
  const { role, slug } = useBusiness()
  const [wanted, setWanted] = useFilter('part')
  const keeper = role === 'owner' || role === 'dpo'
  const shown = (Object.keys(parts) as Part[]).filter((part) => keeper || part === 'live')
  const part = isPart(wanted) && shown.includes(wanted) ? wanted : 'live'
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <AnchorLink to="/b/$slug/compliance" params={{ slug }} size="sm">
            {t('rules')}
          </AnchorLink>
        }
      />
      <Tabs value={part} onChange={(value) => setWanted(value === 'live' ? null : value)} keepMounted={false}>
        <div className={classes.tabs}>
          <TabList label={t('parts.label')} active={part}>
            {shown.map((key) => (
              <Tabs.Tab key={key} value={key}>
                {t(`parts.${key}`)}
              </Tabs.Tab>
            ))}
          </TabList>
        </div>
        {shown.map((key) => {
          const Shown = parts[key]
          return (
            <Tabs.Panel key={key} value={key}>
              <Shown />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </>
  )
}
