import { NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { Section } from '../../design/section.tsx'
import classes from './campaign-new.module.css'
import { fromLocalInput, nextMorning, toLocalInput } from './local-time.ts'
import type { StepProps } from './wizard.tsx'

/** Now or at a time, and how much it may cost. */
export function WhenStep({ draft, change, fields }: StepProps) {
  const { t } = useTranslation('campaign-new')
  const { scheduledAt = null, budget = null } = draft
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Section title={t('steps.when')} lead={t('when.lead')}>
      <Stack gap="lg">
        <Choice
          label={t('when.label')}
          columns
          value={scheduledAt ? 'later' : 'now'}
          onChange={(value) => change({ scheduledAt: value === 'now' ? null : nextMorning(new Date()) })}
          options={(['now', 'later'] as const).map((value) => ({
            value,
            title: t(`when.${value}.title`),
            text: t(`when.${value}.text`),
          }))}
        />
        {scheduledAt && (
          <div>
            <TextInput
              className={classes.short}
              type="datetime-local"
              label={t('when.at')}
              description={t('when.zone', { zone })}
              min={toLocalInput(new Date())}
              defaultValue={toLocalInput(scheduledAt)}
              error={fields.scheduledAt}
              required
              onChange={(event) => {
                const at = fromLocalInput(event.currentTarget.value)
                if (at) change({ scheduledAt: at })
              }}
            />
            <Text size="sm" c="dimmed" mt="xs" maw="38rem">
              {t('when.tolerance')}
            </Text>
          </div>
        )}
        <NumberInput
          className={classes.short}
          label={t('when.budget')}
          description={t('when.budgetHint')}
          min={0}
          decimalScale={2}
          decimalSeparator={t('when.decimal')}
          thousandSeparator={t('when.thousand')}
          suffix=" €"
          hideControls
          value={budget ?? ''}
          error={fields.budget}
          onChange={(value) => change({ budget: typeof value === 'number' ? value : null })}
        />
      </Stack>
    </Section>
  )
}
