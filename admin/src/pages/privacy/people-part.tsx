import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErasureReport } from '../../api/campaign-entities.ts'
import { useFilter } from '../../app/use-filter.ts'
import { Section } from '../../design/section.tsx'
import { FindPerson } from './find-person.tsx'
import { PersonActions } from './person-actions.tsx'
import classes from './privacy.module.css'
import { ReportText } from './report-text.tsx'
import { Requests } from './requests.tsx'

/** The queue of requests, and everything that can be done for one person. */
export function PeoplePart() {
  const { t } = useTranslation('privacy')
  const [contactId, setContactId] = useFilter('contact')
  const [, openRequest] = useFilter('request')
  const [report, setReport] = useState<ErasureReport>()
  return (
    <div className={classes.stack}>
      <Requests />
      <Section title={t('people.title')} lead={t('people.lead')}>
        {contactId && !report ? (
          <PersonActions
            contactId={contactId}
            onClear={() => setContactId(null)}
            onNoted={openRequest}
            onErased={(done) => {
              setContactId(null)
              setReport(done)
            }}
          />
        ) : (
          <FindPerson
            onFound={(id) => {
              setReport(undefined)
              setContactId(id)
            }}
          />
        )}
      </Section>
      {report && (
        <Section title={t('report.title')} lead={t('report.hint')}>
          <div role="status">
            <ReportText report={report} />
          </div>
        </Section>
      )}
    </div>
  )
}
