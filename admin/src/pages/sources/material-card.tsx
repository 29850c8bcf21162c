import { Button, Code, CopyButton, Group, Select, Skeleton, Text, Textarea, Title } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { saveFile } from '../../design/save-file.ts'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { pngOf } from './poster-picture.ts'
import classes from './sources.module.css'

const languages = ['de', 'en', 'fr', 'it', 'es', 'nl'] as const
type Language = (typeof languages)[number]

/** To ask people whose yes cannot be proved: a poster, a text for a mail, a banner. All of it lets them write first (C-19). */
export function MaterialCard({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const api = useApi()
  const format = useFormat()
  const [language, setLanguage] = useState<Language>()
  const material = useQuery(
    api.query(['sources', source.id, 'material', language ?? 'own'], (client, signal) =>
      client.GET('/api/v1/sources/{id}/material', {
        params: { path: { id: source.id }, query: language ? { language } : {} },
        signal,
      }),
    ),
  )
  const poster = material.data?.poster.svg
  return (
    <Section
      title={t('material.title')}
      lead={t('material.lead')}
      aside={
        <Select
          aria-label={t('material.language')}
          data={languages.map((value) => ({ value, label: format.language(value) }))}
          value={language ?? material.data?.language ?? null}
          onChange={(value) => setLanguage(value ?? undefined)}
          allowDeselect={false}
          size="xs"
          w="9rem"
        />
      }
    >
      {material.error ? (
        <ErrorState error={material.error} onRetry={() => void material.refetch()} />
      ) : !material.data || !poster ? (
        <Skeleton height="24rem" />
      ) : (
        <div className={classes.page}>
          <div className={classes.qr}>
            <img
              className={classes.posterImage}
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(poster)}`}
              alt={t('material.posterAlt', { name: source.name })}
              width={212}
              height={300}
            />
            <div className={classes.page}>
              <Title order={3}>{t('material.poster')}</Title>
              <p className={classes.plain}>{t('material.posterText')}</p>
              <Group gap="xs">
                <Button
                  leftSection={<IconDownload size={16} aria-hidden />}
                  onClick={() => saveFile(`${source.publicId}-a4.svg`, poster, 'image/svg+xml')}
                >
                  SVG
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconDownload size={16} aria-hidden />}
                  onClick={() => void pngOf(poster).then((png) => saveFile(`${source.publicId}-a4.png`, png))}
                >
                  PNG
                </Button>
              </Group>
            </div>
          </div>
          <div>
            <Title order={3}>{t('material.mail')}</Title>
            <Text size="sm" c="dimmed" mb="xs">
              {t('material.mailText')}
            </Text>
            <CopyField label={t('material.subject')} value={material.data.mail.subject} />
            <Textarea
              label={t('material.body')}
              value={material.data.mail.text}
              readOnly
              autosize
              maxRows={14}
              mt="xs"
              mb="xs"
            />
            <Copy value={material.data.mail.text} label={t('material.copyMail')} />
          </div>
          <div>
            <Title order={3}>{t('material.banner')}</Title>
            <Text size="sm" c="dimmed" mb="xs">
              {t('material.bannerText')}
            </Text>
            <Code block className={classes.code} mb="xs">
              {material.data.banner.html}
            </Code>
            <Copy value={material.data.banner.html} label={t('material.copyBanner')} />
          </div>
        </div>
      )}
    </Section>
  )
}

function Copy({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation('design')
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          size="xs"
          variant="default"
          leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
          onClick={copy}
        >
          {copied ? t('copy.copied') : label}
        </Button>
      )}
    </CopyButton>
  )
}
