import { Button, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconArrowLeft, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../api/download.ts'
import { useChange } from '../../api/use-api.ts'
import { Section } from '../../design/section.tsx'
import { DateTime } from '../../design/values.tsx'
import { Affected } from './breach-affected.tsx'
import { Decisions } from './breach-decisions.tsx'
import { Letter } from './breach-letter.tsx'
import { Timeline } from './breach-timeline.tsx'
import classes from './records.module.css'
import { TimeLeft } from './time-left.tsx'
import type { Breach, BreachForm, Translations } from './types.ts'

/** One breach: clock, form, people, decisions, timeline. */
export function BreachView({ breach, onClose }: { breach: Breach; onClose: () => void }) {
  const { t } = useTranslation('records')
  const download = useDownload()
  const [translations, setTranslations] = useState<Translations>({})
  return (
    <div className={classes.stack}>
      <Section
        title={t('breach.number', { number: breach.number })}
        lead={
          <>
            {t('breach.knownAt')}: <DateTime at={breach.knownAt} />
          </>
        }
        aside={
          <>
            <Button size="xs" variant="subtle" leftSection={<IconArrowLeft size={15} />} onClick={onClose}>
              {t('breach.back')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconDownload size={15} />}
              loading={download.busy}
              onClick={() =>
                void download.save({
                  path: `/api/v1/records/breaches/${breach.id}/file.pdf`,
                  name: `breach-${breach.number}.pdf`,
                })
              }
            >
              PDF
            </Button>
          </>
        }
      >
        <div className={classes.clock} data-late={breach.late}>
          {breach.authority === 'open' ? (
            <TimeLeft deadline={breach.deadline} />
          ) : (
            t(`breach.decisions.${breach.authority}`)
          )}
        </div>
        <div className={classes.soft}>
          {t('breach.deadline', { hours: breach.deadlineHours })} <DateTime at={breach.deadline} />
          {breach.authority === 'open' && !breach.closed && ` · ${t('breach.reminders')}`}
        </div>
      </Section>
      <Form key={breach.entries.length} breach={breach} />
      <Letter
        breach={breach}
        translations={translations}
        onTranslate={(language, said) => setTranslations((before) => ({ ...before, [language]: said }))}
      />
      <Affected breach={breach} translations={translations} />
      <Decisions breach={breach} />
      <Timeline breach={breach} />
    </div>
  )
}

type FormValues = Omit<BreachForm, 'people' | 'records'> & {
  people: number | string
  records: number | string
}

function Form({ breach }: { breach: Breach }) {
  const { t } = useTranslation('records')
  const form = useForm<FormValues>({
    initialValues: { ...breach.form, people: breach.form.people ?? '', records: breach.form.records ?? '' },
  })
  const save = useChange(
    (client, values: FormValues) =>
      client.POST('/api/v1/records/breaches/{id}/entries', {
        params: { path: { id: breach.id } },
        body: {
          kind: 'form',
          form: {
            ...values,
            people: values.people === '' ? null : Number(values.people),
            records: values.records === '' ? null : Number(values.records),
          },
        },
      }),
    { touches: [['records', 'breaches']], done: t('saved') },
  )
  const field = (key: keyof FormValues) => ({ label: t(`breach.parts.${key}`), ...form.getInputProps(key) })
  const total = 8
  return (
    <Section
      title={t('breach.form')}
      lead={t('breach.formLead', { done: total - breach.missing.length, total })}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <Textarea {...field('nature')} autosize minRows={3} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput {...field('peopleCategories')} />
            <NumberInput {...field('people')} min={0} allowDecimal={false} />
            <TextInput {...field('recordCategories')} />
            <NumberInput {...field('records')} min={0} allowDecimal={false} />
          </SimpleGrid>
          <TextInput {...field('contact')} />
          <Textarea {...field('consequences')} autosize minRows={2} />
          <Textarea {...field('measures')} autosize minRows={2} />
          {breach.missing.length === 0 && <span className={classes.soft}>{t('breach.complete')}</span>}
          <Button
            type="submit"
            loading={save.isPending}
            disabled={breach.closed || !form.isDirty()}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Section>
  )
}
