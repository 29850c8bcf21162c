import { Button, Group, Select, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportMapping } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { AnchorLink } from '../../design/links.tsx'
import classes from './contacts.module.css'
import { ImportEvidence } from './import-evidence.tsx'
import type { Preview } from './import-wizard.tsx'
import {
  assign,
  claimsConsent,
  evidenceOf,
  looksLikeConsent,
  mappingOf,
  meaningsOf,
  noAttestation,
} from './mapping.ts'

interface ImportColumnsProps {
  preview: Preview
  onBack: () => void
  onStart: (mapping: ImportMapping) => void
}

/** Second step: what each column means, with the server's guess to begin with. */
export function ImportColumns({ preview, onBack, onStart }: ImportColumnsProps) {
  const { t } = useTranslation('contacts')
  const api = useApi()
  const { slug } = useBusiness()
  const fields = useQuery(
    api.query(['contact-fields'], (client, signal) => client.GET('/api/v1/contact-fields', { signal })),
  )
  const [meanings, setMeanings] = useState(() => meaningsOf(preview.columns, preview.guess))
  const [said, say] = useState(noAttestation)
  const people = mappingOf(preview.columns, meanings)
  const claims = claimsConsent(meanings)
  const evidence = claims ? evidenceOf(preview.columns, meanings, said) : undefined
  const mapping = people && (claims ? evidence && { ...people, evidence } : people)
  const choices = [
    { value: 'skip', label: t('wizard.skip') },
    {
      group: t('wizard.basics'),
      items: (['phone', 'name', 'language'] as const).map((value) => ({
        value,
        label: t(`wizard.${value}`),
      })),
    },
    {
      group: t('wizard.fields'),
      items: (fields.data ?? []).map((field) => ({ value: `field:${field.key}`, label: field.label })),
    },
    {
      group: t('evidence.group'),
      items: (['date', 'source', 'text'] as const).map((value) => ({
        value: `claim:${value}`,
        label: t(`evidence.columns.${value}`),
      })),
    },
  ]
  return (
    <>
      <Title order={3}>{t('wizard.columns')}</Title>
      <Text size="sm" c="dimmed">
        {t('wizard.columnsLead')}
      </Text>
      <ul className={classes.columns}>
        {preview.columns.map((column, index) => (
          <li key={column} className={classes.column}>
            <div>
              <b>{column}</b>
              <span className={classes.samples}>
                {preview.sample
                  .map((row) => row[index])
                  .filter(Boolean)
                  .slice(0, 3)
                  .join(' · ') || '–'}
              </span>
            </div>
            <Select
              aria-label={t('wizard.meansOf', { column })}
              data={choices}
              value={meanings[index] ?? 'skip'}
              onChange={(value) => setMeanings(assign(meanings, index, String(value ?? 'skip')))}
              comboboxProps={{ withinPortal: true }}
            />
            {looksLikeConsent(column) && (
              <span className={classes.consentHint}>{t('wizard.consentColumn')}</span>
            )}
          </li>
        ))}
      </ul>
      {fields.data?.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('wizard.noFields')}{' '}
          <AnchorLink to="/b/$slug/settings/fields" params={{ slug }} underline="always">
            {t('wizard.toFields')}
          </AnchorLink>
        </Text>
      )}
      {claims && <ImportEvidence meanings={meanings} said={said} onChange={say} />}
      {claims && !evidence && (
        <Text size="sm" c="dimmed" mt="xs" role="status">
          {t('evidence.missing')}
        </Text>
      )}
      {!people && (
        <Text size="sm" c="red" mt="xs" role="alert">
          {t('wizard.phoneNeeded')}
        </Text>
      )}
      <Group justify="space-between" mt="lg">
        <Button variant="default" onClick={onBack}>
          {t('wizard.back')}
        </Button>
        <Button disabled={!mapping} onClick={() => mapping && onStart(mapping)}>
          {t('wizard.start')}
        </Button>
      </Group>
    </>
  )
}
