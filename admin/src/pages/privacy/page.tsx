import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFilter } from '../../app/use-filter.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { TabList } from '../../design/tab-list.tsx'
import { LedgerPart } from './ledger-part.tsx'
import { PeoplePart } from './people-part.tsx'
import classes from './privacy.module.css'
import { RestrictedPart } from './restricted-part.tsx'
import { RetentionPart } from './retention-part.tsx'

const parts = ['ledger', 'people', 'restricted', 'retention'] as const

/** For whoever answers for privacy: the ledger, requests of people, restricted proof, and what goes when. */
export default function PrivacyPage() {
  const { t } = useTranslation('privacy')
  const [part, setPart] = useFilter('part')
  const shown = parts.find((each) => each === part) ?? 'ledger'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Tabs
        value={shown}
        onChange={(value) => setPart(value === 'ledger' ? null : value)}
        keepMounted={false}
      >
        <div className={classes.tabs}>
          <TabList label={t('parts.label')} active={shown}>
            <Tabs.Tab value="ledger">{t('parts.ledger')}</Tabs.Tab>
            <Tabs.Tab value="people">{t('parts.people')}</Tabs.Tab>
            <Tabs.Tab value="restricted">{t('parts.restricted')}</Tabs.Tab>
            <Tabs.Tab value="retention">{t('parts.retention')}</Tabs.Tab>
          </TabList>
        </div>
        <Tabs.Panel value="ledger">
          <LedgerPart />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <PeoplePart />
        </Tabs.Panel>
        <Tabs.Panel value="restricted">
          <RestrictedPart />
        </Tabs.Panel>
        <Tabs.Panel value="retention">
          <RetentionPart />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
