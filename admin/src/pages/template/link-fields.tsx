import { Select, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ContentButton } from '../../api/campaign-entities.ts'
import { useTemplateForm } from './form.ts'
import classes from './template.module.css'

type LinkButton = Extract<ContentButton, { kind: 'url' }>
type Suffix = NonNullable<LinkButton['suffix']>

const kinds = ['none', 'campaign', 'source', 'variable'] as const

/** As Meta's reviewers see it; the real code is made when a campaign is launched. */
const sampleCode = 'c7k2p9x4'

function suffixOf(kind: string): Suffix | undefined {
  if (kind === 'campaign' || kind === 'source') return { from: kind }
  return kind === 'variable' ? { from: 'variable', name: 'code' } : undefined
}

/** Where a link leads, and what is put behind it when the message leaves. */
export function LinkFields({
  button,
  onChange,
}: {
  button: LinkButton
  onChange: (button: LinkButton) => void
}) {
  const { t } = useTranslation('template')
  const { draft, readOnly } = useTemplateForm()
  const { suffix } = button
  const end = suffix?.from === 'variable' ? draft.content.samples[suffix.name] || '…' : sampleCode
  const setSuffix = (kind: string) => {
    const { suffix: _suffix, ...rest } = button
    const next = suffixOf(kind)
    onChange(next ? { ...rest, suffix: next } : rest)
  }
  return (
    <>
      <TextInput
        type="url"
        label={t('buttons.url')}
        value={button.url}
        readOnly={readOnly}
        onChange={(event) => onChange({ ...button, url: event.currentTarget.value })}
      />
      <Select
        label={t('link.suffix')}
        value={suffix?.from ?? 'none'}
        disabled={readOnly}
        onChange={(kind) => setSuffix(kind ?? 'none')}
        data={kinds.map((value) => ({ value, label: t(`link.${value}`) }))}
      />
      {suffix?.from === 'variable' && (
        <TextInput
          label={t('link.name')}
          description={t('link.nameHint')}
          value={suffix.name}
          readOnly={readOnly}
          onChange={(event) =>
            onChange({
              ...button,
              suffix: { from: 'variable', name: event.currentTarget.value.replace(/[^a-z0-9_]/g, '') },
            })
          }
        />
      )}
      {suffix && (
        <Text size="xs" c="dimmed" className={classes.linkEnd}>
          {t('link.leadsTo')} <code>{`${button.url}${end}`}</code>
          {suffix.from !== 'variable' && <span>{t('link.shared')}</span>}
        </Text>
      )}
    </>
  )
}
