import { Button, Select, Text } from '@mantine/core'
import { IconColumns3, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { CompareLanguages } from './compare-languages.tsx'
import { languageSet } from './language-set.ts'
import { templateLanguages } from './languages.ts'
import classes from './life.module.css'

interface LanguagesSectionProps {
  template: Template
  all: readonly Template[]
}

/** The same template in its other languages: their states, which is missing, and a new one that starts from this text. */
export function LanguagesSection({ template, all }: LanguagesSectionProps) {
  const { t } = useTranslation('template')
  const format = useFormat()
  const { slug } = useBusiness()
  const [comparing, setComparing] = useState(false)
  const { present, missing } = languageSet(template, all)
  const nameOf = (language: string) => format.language(language.replace('_', '-'))
  return (
    <Section
      title={t('languages.title')}
      lead={t('languages.lead')}
      aside={
        present.length > 1 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconColumns3 size={15} aria-hidden />}
            onClick={() => setComparing(true)}
          >
            {t('languages.compare')}
          </Button>
        )
      }
    >
      <div className={classes.stack}>
        <ul className={classes.used}>
          {present.map((each) => (
            <li key={each.id}>
              {each.id === template.id ? (
                <strong className={classes.here}>{nameOf(each.language)}</strong>
              ) : (
                <AnchorLink to="/b/$slug/templates/$id" params={{ slug, id: each.id }} size="sm">
                  {nameOf(each.language)}
                </AnchorLink>
              )}
              <StateBadge kind="template" state={each.state} />
            </li>
          ))}
        </ul>
        {missing.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('languages.missing', { languages: missing.map(nameOf).join(', ') })}
          </Text>
        )}
        <AddLanguage template={template} there={present.map((each) => each.language)} suggested={missing} />
      </div>
      <CompareLanguages templates={present} opened={comparing} onClose={() => setComparing(false)} />
    </Section>
  )
}

interface AddLanguageProps {
  template: Template
  there: readonly string[]
  suggested: readonly string[]
}

function AddLanguage({ template, there, suggested }: AddLanguageProps) {
  const { t } = useTranslation('template')
  const format = useFormat()
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const rest = templateLanguages.filter((each) => !there.includes(each))
  const [language, setLanguage] = useState<string>(suggested[0] ?? rest[0] ?? 'en')
  const add = useChange(
    (client) =>
      client.POST('/api/v1/templates/{id}/duplicate', {
        params: { path: { id: template.id } },
        body: { name: template.name, language },
      }),
    {
      touches: [['templates']],
      done: t('languages.added'),
      onDone: (copy) => void navigate({ to: '/b/$slug/templates/$id', params: { slug, id: copy.id } }),
    },
  )
  return (
    <div className={classes.addLanguage}>
      <Select
        aria-label={t('languages.new')}
        searchable
        value={language}
        onChange={(next) => next && setLanguage(next)}
        data={rest.map((value) => ({ value, label: format.language(value.replace('_', '-')) }))}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        loading={add.isPending}
        onClick={() => add.mutate()}
      >
        {t('languages.add')}
      </Button>
    </div>
  )
}
