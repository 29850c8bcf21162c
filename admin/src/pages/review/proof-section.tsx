import { Code, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './review.module.css'
import type { Review } from './types.ts'

/** The sample that was checked anew, and the signed state of the ledger then. */
export function ProofSection({ review }: { review: Review }) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const { sample, ledger, digest } = review
  const counts = [
    ['valid', sample.valid],
    ['shredded', sample.shredded],
    ['unsealed', sample.unsealed],
    ['broken', sample.missing + sample.damaged],
  ] as const
  return (
    <Section
      title={t('proof.title')}
      lead={
        sample.checked === 0
          ? t('proof.none')
          : t('proof.lead', { checked: format.number(sample.checked), of: format.number(sample.of) })
      }
    >
      {sample.checked > 0 && (
        <ul className={classes.plain}>
          {counts
            .filter(([key, count]) => count > 0 || key === 'valid')
            .map(([key, count]) => (
              <li key={key}>
                <strong>{format.number(count)}</strong> {t(`proof.${key}`)}
              </li>
            ))}
        </ul>
      )}
      <Text size="sm" c="dimmed" mt="md" mb={6}>
        {ledger.note ? t('proof.checkpoint', { size: format.number(ledger.size) }) : t('proof.noCheckpoint')}
      </Text>
      {ledger.note && (
        <Code block className={classes.note}>
          {ledger.note}
        </Code>
      )}
      <Text size="xs" c="dimmed" mt="sm" className={classes.note}>
        {t('proof.digest', { digest })}
      </Text>
    </Section>
  )
}
