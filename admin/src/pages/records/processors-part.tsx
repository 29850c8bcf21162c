import { ActionIcon, Button, SimpleGrid, TextInput, Tooltip } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../api/download.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { Section } from '../../design/section.tsx'
import { DocumentView } from './document-view.tsx'
import classes from './records.module.css'
import type { Duties } from './types.ts'

type Processor = Duties['processors'][number]

/** The pack of Art. 28, the list of processors, and who else belongs on it (C-53). */
export function ProcessorsPart() {
  const { t } = useTranslation('records')
  const api = useApi()
  const download = useDownload()
  const duties = useQuery(
    api.query(['records', 'duties'], (client, signal) => client.GET('/api/v1/records/duties', { signal })),
  )
  return (
    <div className={classes.stack}>
      <Section
        title={t('pack.title')}
        lead={t('pack.lead')}
        aside={
          <Button
            size="xs"
            leftSection={<IconDownload size={15} />}
            loading={download.busy}
            onClick={() => void download.save({ path: '/api/v1/records/pack.zip', name: 'art28.zip' })}
          >
            {t('pack.download')}
          </Button>
        }
      >
        <div className={classes.soft}>{t('pack.egress')}</div>
      </Section>
      {duties.data && <Others processors={duties.data.processors} />}
      <DocumentView kind="processors" />
    </div>
  )
}

function Others({ processors }: { processors: Processor[] }) {
  const { t } = useTranslation('records')
  const form = useForm({
    initialValues: {
      name: '',
      service: '',
      country: 'DE',
      safeguard: '',
      reference: '',
      signedOn: '',
      from: '',
    },
  })
  const save = useChange(
    (client, next: Processor[]) => client.PATCH('/api/v1/records/duties', { body: { processors: next } }),
    { touches: [['records']], done: t('saved'), onDone: () => form.reset() },
  )
  const add = form.onSubmit((values) =>
    save.mutate([
      ...processors,
      {
        name: values.name,
        service: values.service,
        country: values.country.toUpperCase(),
        safeguard: values.safeguard || null,
        contract: values.reference ? { reference: values.reference, signedOn: values.signedOn } : null,
        from: values.from || null,
      },
    ]),
  )
  const field = (key: keyof typeof form.values) => ({ label: t(`pack.${key}`), ...form.getInputProps(key) })
  return (
    <Section title={t('pack.others')} lead={t('pack.othersLead')}>
      {processors.length > 0 && (
        <ul className={classes.items}>
          {processors.map((each) => (
            <li key={each.name} className={classes.question}>
              <div className={classes.between}>
                <div>
                  <span className={classes.strong}>{each.name}</span>{' '}
                  <span className={classes.soft}>{`${each.service} (${each.country})`}</span>
                </div>
                <Tooltip label={t('pack.remove')}>
                  <ActionIcon
                    aria-label={`${t('pack.remove')}: ${each.name}`}
                    loading={save.isPending}
                    onClick={() => save.mutate(processors.filter((other) => other !== each))}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Tooltip>
              </div>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="md">
          <TextInput {...field('name')} required />
          <TextInput {...field('service')} required />
          <TextInput {...field('country')} required maxLength={2} />
          <TextInput {...field('reference')} />
          <TextInput {...field('signedOn')} type="date" required={form.values.reference !== ''} />
          <TextInput {...field('from')} type="date" description={t('pack.fromHint')} />
          <TextInput {...field('safeguard')} description={t('pack.safeguardHint')} />
        </SimpleGrid>
        <div className={classes.actions}>
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('pack.add')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
