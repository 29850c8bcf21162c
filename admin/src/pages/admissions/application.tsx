import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconChevronLeft, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AdmissionFile } from '../../api/entities.ts'
import { Door } from '../../app/frame/door.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './admissions.module.css'
import { Decision } from './decision.tsx'
import { admissionFileQuery } from './queries.ts'
import { stateTones } from './state-tones.ts'

/** One business at the door: what it says, what is looked at, the decision and what went before (C-70). */
export default function ApplicationPage() {
  const { t, i18n } = useTranslation('admissions')
  const { slug } = useParams({ from: '/admissions/$slug' })
  const file = useQuery(admissionFileQuery(slug, i18n.language))
  return (
    <Door wide title={file.data?.about.name ?? t('title')} lead={file.data?.about.legalName}>
      <Stack gap="xl">
        <AnchorLink to="/admissions" size="sm" className={classes.back}>
          <IconChevronLeft size={15} aria-hidden /> {t('toList')}
        </AnchorLink>
        {file.error && <ErrorState error={file.error} onRetry={() => void file.refetch()} />}
        {file.isPending && <Skeleton height="24rem" radius="lg" />}
        {file.data && <Parts file={file.data} />}
      </Stack>
    </Door>
  )
}

function Parts({ file }: { file: AdmissionFile }) {
  const { t } = useTranslation('admissions')
  const { admission } = file
  return (
    <>
      <div className={classes.now}>
        <ToneBadge tone={stateTones[admission.state]}>{t(`states.${admission.state}`)}</ToneBadge>
        <Text size="sm" c="dimmed">
          {admission.business === 'trial' ? t('cap', { count: admission.cap }) : t('noCap')}
        </Text>
      </div>
      <Part title={t('said')}>
        <Said file={file} />
      </Part>
      <Part title={t('checks')}>
        <ul className={classes.checks}>
          {admission.checks.map(({ key, ok, title, cure }) => (
            <li key={key} data-ok={ok}>
              {ok ? (
                <IconCircleCheck size={18} aria-label={t('there')} />
              ) : (
                <IconCircleDashed size={18} aria-label={t('missing')} />
              )}
              <div>
                {title}
                {!ok && <div className={classes.soft}>{cure}</div>}
              </div>
            </li>
          ))}
        </ul>
        {admission.refusal && (
          <Text size="sm" c="red" mt="sm">
            {admission.refusal}
          </Text>
        )}
      </Part>
      <Part title={t('decision')}>
        <Decision file={file} />
      </Part>
      <Part title={t('history')}>
        <History file={file} />
      </Part>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  )
}

function Said({ file: { about, admission } }: { file: AdmissionFile }) {
  const { t } = useTranslation('admissions')
  const format = useFormat()
  const { application, verticals, listOrigins } = admission
  const named = (list: typeof verticals, key: string) => list.find((one) => one.key === key)?.name ?? ''
  const link = (url: string | null) =>
    url && (
      <a href={url} target="_blank" rel="noreferrer">
        {url}
      </a>
    )
  const facts: [string, ReactNode][] = [
    [t('facts.legalName'), `${about.legalName}, ${format.country(about.country)}`],
    [t('facts.registration'), application.registration],
    [t('facts.imprint'), link(about.imprintUrl)],
    [t('facts.privacy'), link(about.privacyUrl)],
    [t('facts.vertical'), named(verticals, application.vertical)],
    [t('facts.listOrigin'), named(listOrigins, application.listOrigin)],
    [t('facts.listOriginText'), application.listOriginText],
    [t('facts.contact'), [application.contactName, application.contactEmail].filter(Boolean).join(', ')],
  ]
  const samples = application.sampleTexts.filter(Boolean)
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || <span className={classes.soft}>{t('nothing')}</span>}</dd>
        </div>
      ))}
      <div>
        <dt>{t('facts.samples')}</dt>
        <dd>
          {samples.length === 0 && <span className={classes.soft}>{t('nothing')}</span>}
          {samples.map((text) => (
            <blockquote key={text} className={classes.sample}>
              {text}
            </blockquote>
          ))}
        </dd>
      </div>
    </dl>
  )
}

function History({ file: { history } }: { file: AdmissionFile }) {
  const { t } = useTranslation('admissions')
  const format = useFormat()
  if (history.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noHistory')}
      </Text>
    )
  return (
    <ol className={classes.history}>
      {history.map(({ at, what, by, atCommandLine, reason }) => (
        <li key={at + what}>
          <span>{t(`steps.${what}`, { by: by ?? t(atCommandLine ? 'commandLine' : 'gone') })}</span>
          <span className={classes.soft}>{format.dateTime(at)}</span>
          {reason && <span className={classes.reason}>{reason}</span>}
        </li>
      ))}
    </ol>
  )
}
