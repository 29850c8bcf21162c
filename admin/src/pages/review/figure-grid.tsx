import { useTranslation } from 'react-i18next'
import { Figure } from '../../design/figure.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './review.module.css'
import type { Review } from './types.ts'

/** The quarter in numbers, each with the one before. */
export function FigureGrid({ figures, before }: Pick<Review, 'figures' | 'before'>) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const keys = ['delivered', 'read', 'failed', 'optOuts', 'won', 'lapsed'] as const
  return (
    <div className={classes.figures}>
      {keys.map((key) => (
        <Figure
          key={key}
          label={t(`figures.${key}`)}
          value={format.number(figures[key])}
          hint={t('figures.before', { value: format.number(before[key]) })}
        />
      ))}
    </div>
  )
}
