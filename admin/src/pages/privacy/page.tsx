import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFilter } from '../../app/use-filter.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { LedgerPart } from './ledger-part.tsx'
import { PeoplePart } from './people-part.tsx'
import classes from './privacy.module.css'

/** For whoever answers for privacy: the ledger and its verification, access and erasure. */
export default function PrivacyPage() {
  const { t } = useTranslation('privacy')
  const [part, setPart] = useFilter('part')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Tabs
        value={part === 'people' ? 'people' : 'ledger'}
        onChange={(value) => setPart(value === 'people' ? 'people' : null)}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('parts.label')} className={classes.tabs}>
          <Tabs.Tab value="ledger">{t('parts.ledger')}</Tabs.Tab>
          <Tabs.Tab value="people">{t('parts.people')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="ledger">
          <LedgerPart />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <PeoplePart />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
