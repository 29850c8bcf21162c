import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { Section } from '../../design/section.tsx'
import classes from './sources.module.css'

/** The code as it goes to print, and what has to stand beside it. */
export function QrCard({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const { id: businessId } = useBusiness()
  const picture = (format: 'svg' | 'png') =>
    `/api/v1/sources/${source.id}/qr.${format}?business=${encodeURIComponent(businessId)}`
  return (
    <>
      <Section title={t('qr.title')} lead={t('qr.lead')}>
        <div className={classes.qr}>
          <img
            className={classes.qrImage}
            src={picture('svg')}
            alt={t('qr.alt', { name: source.name })}
            width={288}
            height={288}
          />
          <div className={classes.page}>
            <Group gap="xs">
              {(['svg', 'png'] as const).map((format) => (
                <Button
                  key={format}
                  component="a"
                  href={picture(format)}
                  download={`${source.publicId}.${format}`}
                  variant={format === 'svg' ? 'filled' : 'default'}
                  leftSection={<IconDownload size={16} aria-hidden />}
                >
                  {t(`qr.${format}`)}
                </Button>
              ))}
            </Group>
            <p className={classes.plain}>{t('qr.print')}</p>
            <CopyField label={t('link.label')} value={source.link} />
          </div>
        </div>
      </Section>
      <PosterCard />
    </>
  )
}

/** What a poster must say, so that a yes is an informed one (C-07). */
function PosterCard() {
  const { t } = useTranslation('sources')
  const { name } = useBusiness()
  const api = useApi()
  const business = useQuery(
    api.query(['business'], (client, signal) => client.GET('/api/v1/business', { signal })),
  )
  const privacy = business.data?.privacyUrl ?? t('poster.privacyMissing')
  return (
    <Section title={t('poster.title')} lead={t('poster.lead')}>
      <blockquote className={classes.poster}>
        <strong>{t('poster.headline', { name })}</strong>
        <span>{t('poster.text', { name })}</span>
        <small>{t('poster.small', { privacy })}</small>
      </blockquote>
    </Section>
  )
}
