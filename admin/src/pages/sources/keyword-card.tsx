import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/entities.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { Section } from '../../design/section.tsx'
import { FirstMessage } from './link-card.tsx'
import classes from './sources.module.css'

/** One word that starts everything, for packaging, radio and the counter. */
export function KeywordCard({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const word = source.keyword ?? ''
  return (
    <Section title={t('word.title', { word })} lead={t('word.lead')}>
      <div className={classes.withPhone}>
        <div className={classes.page}>
          <ol className={classes.guide}>
            <li>{t('word.sends', { word })}</li>
            <li>{t('word.asks')}</li>
            <li>{t('word.yes')}</li>
          </ol>
          <blockquote className={classes.poster}>
            <strong>{t('word.poster', { word })}</strong>
            <small>{t('word.small')}</small>
          </blockquote>
          <CopyField label={t('word.link')} value={source.link} />
        </div>
        <FirstMessage text={word} />
      </div>
    </Section>
  )
}
