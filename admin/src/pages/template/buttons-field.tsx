import { Input, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { freshButton, messageLimits, movedButton, withButton } from './buttons.ts'
import { ButtonsList } from './buttons-list.tsx'
import { isOptOut } from './draft.ts'
import { fieldId } from './field-label.tsx'
import { useTemplateForm } from './form.ts'
import { Advice } from './notes.tsx'
import { optOutTextFor } from './opt-out-texts.ts'
import classes from './template.module.css'

/** The buttons under the message, in their order; on marketing the way out is one of them. */
export function ButtonsField() {
  const { t } = useTranslation('template')
  const { draft, setContent, readOnly } = useTemplateForm()
  const { buttons } = draft.content
  const optOut = {
    kind: 'quick_reply',
    text: optOutTextFor(draft.language).button,
    optOut: true,
  } as const
  return (
    <div className={classes.stack} id={fieldId('buttons')}>
      {draft.category === 'marketing' && (
        <Switch
          label={t('buttons.optOutLabel')}
          description={t('buttons.optOutHint')}
          checked={buttons.some(isOptOut)}
          disabled={readOnly}
          onChange={(event) =>
            setContent({
              buttons: event.currentTarget.checked
                ? withButton(buttons, optOut)
                : buttons.filter((button) => !isOptOut(button)),
            })
          }
        />
      )}
      <ButtonsList
        label={t('buttons.label')}
        where="buttons"
        buttons={buttons}
        limits={messageLimits}
        onEdit={(place, next) =>
          setContent({ buttons: buttons.map((each, at) => (at === place ? next : each)) })
        }
        onAdd={(kind) => setContent({ buttons: withButton(buttons, freshButton(kind)) })}
        onRemove={(place) => setContent({ buttons: buttons.filter((_, at) => at !== place) })}
        onMove={(from, to) => setContent({ buttons: movedButton(buttons, from, to) })}
      />
      <Input.Description>{t('buttons.hint')}</Input.Description>
      <Advice where="buttons" errors />
    </div>
  )
}
