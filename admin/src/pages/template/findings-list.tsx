import { Loader } from '@mantine/core'
import { IconAlertCircle, IconArrowRight, IconBulb, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TemplateFinding } from '../../api/campaign-entities.ts'
import { type Place, placeOf } from './places.ts'
import classes from './template.module.css'

interface FindingsListProps {
  findings: TemplateFinding[] | undefined
  checking: boolean
  /** Brings the place of a finding into sight. */
  onJump: (where: string) => void
}

/** How much is left to do and where, each a jump to its field; what it is stands there. */
export function FindingsList({ findings, checking, onJump }: FindingsListProps) {
  const { t } = useTranslation('template')
  const byPlace = [...Map.groupBy(findings ?? [], (each) => placeOf(each.where))]
  return (
    <section className={classes.findings} aria-labelledby="template-findings" aria-live="polite">
      <h2 id="template-findings" className={classes.findingsTitle}>
        {t('findings.title')}
        {checking && <Loader size={13} color="gray" aria-hidden />}
      </h2>
      {findings?.length === 0 ? (
        <p className={classes.fine}>
          <IconCircleCheck size={18} aria-hidden />
          {t('findings.none')}
        </p>
      ) : (
        <ul className={classes.findingsList}>
          {byPlace.map(([place, found]) => (
            <li key={place}>
              <Jump place={place} found={found} onJump={onJump} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface JumpProps {
  place: Place
  found: TemplateFinding[]
  onJump: FindingsListProps['onJump']
}

function Jump({ place, found, onJump }: JumpProps) {
  const { t } = useTranslation('template')
  const errors = found.filter((each) => each.severity === 'error')
  const advice = found.length - errors.length
  const words = [
    ...(errors.length > 0 ? [t('findings.errors', { count: errors.length })] : []),
    ...(advice > 0 ? [t('findings.advice', { count: advice })] : []),
  ]
  return (
    <button
      type="button"
      className={classes.finding}
      data-severity={errors.length > 0 ? 'error' : 'warning'}
      onClick={() => onJump((errors[0] ?? found[0])?.where ?? place)}
    >
      {errors.length > 0 ? <IconAlertCircle size={17} aria-hidden /> : <IconBulb size={17} aria-hidden />}
      <span>
        <strong>{t(`findings.places.${place}`)}:</strong> {words.join(', ')}
      </span>
      <IconArrowRight size={15} className={classes.jump} aria-hidden />
    </button>
  )
}
