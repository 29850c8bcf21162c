import { Spoiler, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ContactCard } from '../../api/entities.ts'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './contact.module.css'

/** What imported lists say this person agreed to: claimed, not confirmed, and good for no message (C-19). */
export function Claims({ claims }: { claims: ContactCard['claims'] }) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  if (claims.length === 0) return null
  return (
    <Section title={t('claims.title')} lead={t('claims.lead')}>
      <ul className={classes.claims}>
        {claims.map((claim) => (
          <li key={claim.importId} className={classes.claim}>
            <ToneBadge tone="warn">{t('claims.badge')}</ToneBadge>
            <Text size="sm">
              {t('claims.said', { date: format.date(`${claim.claimedOn}T12:00:00`), source: claim.source })}
            </Text>
            {claim.wording && (
              <Spoiler maxHeight={44} showLabel={t('claims.more')} hideLabel={t('claims.less')}>
                <blockquote className={classes.claimText}>{claim.wording}</blockquote>
              </Spoiler>
            )}
            <Text size="xs" c="dimmed" className={classes.claimText}>
              {t('claims.kept', { date: format.date(claim.approvedAt), hash: claim.fileHash })}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
