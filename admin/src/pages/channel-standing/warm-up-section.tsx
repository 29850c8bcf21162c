import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './channel-standing.module.css'
import type { ChannelDetail } from './types.ts'

/** The steps of a new number: which is now, and when the next come. */
export function WarmUpSection({ warmUp }: { warmUp: NonNullable<ChannelDetail['warmUp']> }) {
  const { t } = useTranslation('channel-standing')
  const format = useFormat()
  const now = Date.now()
  const begun = warmUp.steps.filter(({ from }) => from !== null && Date.parse(from) <= now).length
  const when = (from: string | null, step: number) => {
    if (from === null) return t(step === 0 ? 'warmUp.first' : 'warmUp.later')
    if (step < begun - 1) return t('warmUp.done')
    return step === begun - 1 ? t('warmUp.current') : t('warmUp.from', { at: format.dateTime(from) })
  }
  return (
    <Section title={t('warmUp.title')} lead={t('warmUp.lead')}>
      <ol className={classes.steps}>
        {warmUp.steps.map(({ people, from }, step) => (
          <li
            key={people}
            data-now={step === Math.max(begun - 1, 0) || undefined}
            data-done={step < begun - 1 || undefined}
          >
            <strong>{t('warmUp.step', { people: format.number(people) })}</strong>
            <span className={classes.when}>{when(from, step)}</span>
          </li>
        ))}
        <li>
          <strong>{t('warmUp.end')}</strong>
          <span className={classes.when}>
            {warmUp.endsAt ? t('warmUp.from', { at: format.dateTime(warmUp.endsAt) }) : t('warmUp.later')}
          </span>
        </li>
      </ol>
      {warmUp.room !== null && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('warmUp.room', { room: format.number(Math.max(0, warmUp.room)) })}
        </Text>
      )}
    </Section>
  )
}
