import { SegmentedControl, Switch } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBusiness } from '../../app/use-business.ts'
import { variablesOf } from '../../design/message-variables.ts'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { useTemplateForm } from './form.ts'
import classes from './template.module.css'
import { useRealValues } from './use-real-values.ts'

const looks = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
] as const

/** The phone beside the form: by day or night, with the examples or with what is known of a real person. */
export function Side() {
  const { t } = useTranslation('template')
  const { name } = useBusiness()
  const { draft, channels } = useTemplateForm()
  const [look, setLook] = useState<'light' | 'dark'>()
  const [real, setReal] = useState(false)
  const person = useRealValues(draft.content, real)
  const channel = channels.find((each) => each.id === draft.channelId)
  const scheme = document.documentElement.dataset.mantineColorScheme
  const values = real && person ? { ...draft.content.samples, ...person.values } : draft.content.samples
  return (
    <div className={classes.phone}>
      <PhonePreview
        sender={channel?.verifiedName || name}
        content={draft.content}
        values={values}
        look={look}
      />
      <div className={classes.phoneTools}>
        <SegmentedControl
          size="xs"
          aria-label={t('phone.look')}
          value={look ?? (scheme === 'dark' ? 'dark' : 'light')}
          onChange={(next) => setLook(next === 'dark' ? 'dark' : 'light')}
          data={looks.map(({ value, icon: Icon }) => ({
            value,
            label: (
              <span className={classes.look}>
                <Icon size={14} aria-hidden />
                {t(`phone.${value}`)}
              </span>
            ),
          }))}
        />
        {variablesOf(draft.content).length > 0 && (
          <Switch
            size="xs"
            label={real && person ? t('phone.realOf', { name: person.name }) : t('phone.real')}
            description={real && !person ? t('phone.nobody') : undefined}
            checked={real}
            onChange={(event) => setReal(event.currentTarget.checked)}
          />
        )}
      </div>
    </div>
  )
}
