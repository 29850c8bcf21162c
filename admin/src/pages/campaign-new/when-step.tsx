import { Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { Section } from '../../design/section.tsx'
import { AdvancedFields } from './advanced-fields.tsx'
import classes from './campaign-new.module.css'
import { fromLocalInput, nextMorning, toLocalInput } from './local-time.ts'
import type { StepProps } from './wizard.tsx'

/** Now or at a time; and what keeps a big campaign safe. */
export function WhenStep({ draft, change, fields }: StepProps) {
  const { t } = useTranslation('campaign-new')
  const { scheduledAt = null } = draft
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
          </div>
        )}
        <AdvancedFields {...{ draft, change, fields }} />
      </Stack>
    </Section>
  )
}
