import { Button, CopyButton, Select, SimpleGrid, Stack, Switch, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './records.module.css'
import type { Breach, Facts, LetterLanguage, Translations } from './types.ts'

const languages: readonly LetterLanguage[] = ['de', 'en', 'fr', 'it', 'es', 'nl']
/** In the order in which the letter says them. */
const facts = ['nature', 'recordCategories', 'consequences', 'measures', 'contact'] as const
const longestFact = 2000

interface LetterProps {
  breach: Breach
  translations: Translations
  onTranslate: (language: LetterLanguage, said: Facts | undefined) => void
}

/** The text of Art. 34 (2) by language; its facts may be translated for those who are told in the chat. */
export function Letter({ breach, translations, onTranslate }: LetterProps) {
  const { t, i18n } = useTranslation('records')
  const format = useFormat()
  const [language, setLanguage] = useState<LetterLanguage>(i18n.language === 'en' ? 'en' : 'de')
  const { form } = breach
  const own: Facts = {
    nature: form.nature,
    recordCategories: form.recordCategories,
    consequences: form.consequences,
    measures: form.measures,
    contact: form.contact,
  }
  const said = translations[language]
  const text = said ? withFacts(breach.letter[language], own, said) : breach.letter[language]
  const complete = facts.every((key) => !breach.missing.includes(key))
  return (
    <Section title={t('breach.letter')} lead={t('breach.letterLead')}>
      <Stack>
        <div className={classes.between}>
          <Select
            aria-label={t('breach.language')}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: format.language(value) }))}
            value={language}
            onChange={(value) => setLanguage(languages.find((each) => each === value) ?? 'de')}
          />
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button size="xs" variant="subtle" onClick={copy}>
                {t(copied ? 'breach.copied' : 'breach.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
        <div className={classes.letter} lang={language}>
          {text}
        </div>
        {complete && !breach.closed && (
          <Switch
            label={t('breach.translate', { language: format.language(language) })}
            description={t('breach.translateHint')}
            checked={said !== undefined}
            onChange={(event) => onTranslate(language, event.currentTarget.checked ? own : undefined)}
          />
        )}
        {said && (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            {facts.map((key) => (
              <Textarea
                key={key}
                label={t(`breach.parts.${key}`)}
                lang={language}
                autosize
                minRows={2}
                maxLength={longestFact}
                value={said[key]}
                onChange={(event) => onTranslate(language, { ...said, [key]: event.currentTarget.value })}
              />
            ))}
          </SimpleGrid>
        )}
      </Stack>
    </Section>
  )
}

/** The letter as the server will write it, with the facts of this language in their places. */
function withFacts(letter: string, own: Facts, said: Facts): string {
  let rest = letter
  let done = ''
  for (const key of facts) {
    const words = `: ${own[key].trim()}`
    const at = rest.indexOf(words)
    if (at < 0) continue
    done += `${rest.slice(0, at)}: ${said[key].trim()}`
    rest = rest.slice(at + words.length)
  }
  return done + rest
}
