import { NumberInput, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../api/campaign-entities.ts'
import { useCurrency } from '../../api/use-currency.ts'
import classes from './campaign-new.module.css'
import type { StepProps } from './wizard.tsx'

type Breaker = Campaign['breaker']

const defaults: Breaker = {
  on: true,
  windowMinutes: 60,
  minimum: 50,
  optOuts: 0.03,
  failures: 0.25,
  blocks: 0.1,
}
const firstRamp = { share: 0.05, waitMinutes: 60 }

/** What keeps a big campaign safe: a first part, the breaker, a late start, a limit for the money. */
export function AdvancedFields({ draft, change, fields }: StepProps) {
  const { t } = useTranslation('campaign-new')
  const currency = useCurrency()
  const { scheduledAt = null, budget = null, ramp = null } = draft
  const breaker: Breaker = { ...defaults, ...draft.breaker }
  const setBreaker = (part: Partial<Breaker>) => change({ breaker: { ...breaker, ...part } })
  const [open, setOpen] = useState(
    budget !== null ||
      ramp !== null ||
      (Object.keys(defaults) as (keyof Breaker)[]).some((key) => breaker[key] !== defaults[key]),
  )
  const share = {
    suffix: ' %',
    min: 0.1,
    max: 100,
    decimalScale: 1,
    decimalSeparator: t('when.decimal'),
    hideControls: true,
  }
  const percentOf = (value: number) => Math.round(value * 1000) / 10
  const minutes = {
    suffix: t('advanced.minutes'),
    thousandSeparator: t('when.thousand'),
    decimalSeparator: t('when.decimal'),
    allowDecimal: false,
    hideControls: true,
  }
  return (
    <details className={classes.advanced} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('advanced.title')} <span>{t('advanced.lead')}</span>
      </summary>
      <div className={classes.advancedBody}>
        <fieldset>
          <Switch
            label={t('advanced.ramp')}
            description={t('advanced.rampHint')}
            checked={ramp !== null}
            onChange={(event) => change({ ramp: event.currentTarget.checked ? firstRamp : null })}
          />
          {ramp && (
            <div className={classes.pair}>
              <NumberInput
                label={t('advanced.share')}
                {...share}
                min={1}
                max={50}
                value={percentOf(ramp.share)}
                error={fields['ramp.share']}
                onChange={(value) =>
                  typeof value === 'number' && change({ ramp: { ...ramp, share: value / 100 } })
                }
              />
              <NumberInput
                label={t('advanced.wait')}
                {...minutes}
                min={1}
                max={10_080}
                value={ramp.waitMinutes}
                error={fields['ramp.waitMinutes']}
                onChange={(value) =>
                  typeof value === 'number' && change({ ramp: { ...ramp, waitMinutes: value } })
                }
              />
            </div>
          )}
        </fieldset>
        <fieldset>
          <Switch
            label={t('advanced.breaker')}
            description={t('advanced.breakerHint')}
            checked={breaker.on}
            onChange={(event) => setBreaker({ on: event.currentTarget.checked })}
          />
          {breaker.on && (
            <div className={classes.pair}>
              {(['optOuts', 'failures', 'blocks'] as const).map((key) => (
                <NumberInput
                  key={key}
                  label={t(`advanced.${key}`)}
                  {...share}
                  title={key === 'blocks' ? t('advanced.blocksHint') : undefined}
                  value={percentOf(breaker[key])}
                  error={fields[`breaker.${key}`]}
                  onChange={(value) => typeof value === 'number' && setBreaker({ [key]: value / 100 })}
                />
              ))}
              <NumberInput
                label={t('advanced.window')}
                {...minutes}
                min={5}
                max={1_440}
                value={breaker.windowMinutes}
                error={fields['breaker.windowMinutes']}
                onChange={(value) => typeof value === 'number' && setBreaker({ windowMinutes: value })}
              />
              <NumberInput
                label={t('advanced.minimum')}
                {...minutes}
                suffix=""
                min={10}
                max={100_000}
                value={breaker.minimum}
                error={fields['breaker.minimum']}
                onChange={(value) => typeof value === 'number' && setBreaker({ minimum: value })}
              />
            </div>
          )}
        </fieldset>
        {scheduledAt && (
          <NumberInput
            className={classes.short}
            label={t('advanced.tolerance')}
            description={t('advanced.toleranceHint')}
            {...minutes}
            min={0}
            max={10_080}
            value={draft.toleranceMinutes ?? 120}
            error={fields.toleranceMinutes}
            onChange={(value) => typeof value === 'number' && change({ toleranceMinutes: value })}
          />
        )}
        <NumberInput
          className={classes.short}
          label={t('when.budget')}
          description={t('when.budgetHint')}
          min={0}
          decimalScale={2}
          decimalSeparator={t('when.decimal')}
          thousandSeparator={t('when.thousand')}
          suffix={` ${currency}`}
          hideControls
          value={budget ?? ''}
          error={fields.budget}
          onChange={(value) => change({ budget: typeof value === 'number' ? value : null })}
        />
      </div>
    </details>
  )
}
