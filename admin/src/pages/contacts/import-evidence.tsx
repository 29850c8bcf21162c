import { Alert, Checkbox, Select, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './contacts.module.css'
import type { Attestation, Meanings } from './mapping.ts'

const origins = ['own_website', 'own_shop', 'event', 'paper', 'other_tool'] as const

interface ImportEvidenceProps {
  meanings: Meanings
  said: Attestation
  onChange: (said: Attestation) => void
}

/** Who says that these people agreed answers for it: where the list comes from, how they said yes, to which text (C-19). */
export function ImportEvidence({ meanings, said, onChange }: ImportEvidenceProps) {
  const { t } = useTranslation('contacts')
  const set = (part: Partial<Attestation>) => onChange({ ...said, ...part })
  return (
    <section className={classes.evidence} aria-label={t('evidence.title')}>
      <Title order={3}>{t('evidence.title')}</Title>
      <Alert variant="light" color="yellow" icon={<IconScale size={20} stroke={1.7} />} my="sm">
        {t('evidence.lead')}
      </Alert>
      <Stack gap="sm">
        <Select
          label={t('evidence.origin')}
          placeholder={t('evidence.choose')}
          data={origins.map((value) => ({ value, label: t(`evidence.origins.${value}`) }))}
          value={said.origin}
          onChange={(origin) => set({ origin })}
          allowDeselect={false}
          required
          withAsterisk={false}
        />
        <Textarea
          label={t('evidence.statement')}
          description={t('evidence.statementHint')}
          value={said.statement}
          onChange={(event) => set({ statement: event.currentTarget.value })}
          autosize
          minRows={2}
          maxLength={2000}
          required
          withAsterisk={false}
        />
        {!meanings.includes('claim:source') && (
          <TextInput
            label={t('evidence.source')}
            description={t('evidence.sourceHint')}
            value={said.source}
            onChange={(event) => set({ source: event.currentTarget.value })}
            maxLength={200}
            required
            withAsterisk={false}
          />
        )}
        {!meanings.includes('claim:text') && (
          <Textarea
            label={t('evidence.text')}
            description={t('evidence.textHint')}
            value={said.wordingText}
            onChange={(event) => set({ wordingText: event.currentTarget.value })}
            autosize
            minRows={3}
            maxLength={5000}
            required
            withAsterisk={false}
          />
        )}
        <Checkbox
          label={t('evidence.ours')}
          checked={said.collectedByUs}
          onChange={(event) => set({ collectedByUs: event.currentTarget.checked })}
        />
      </Stack>
    </section>
  )
}
