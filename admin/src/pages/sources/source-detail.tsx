import { Button } from '@mantine/core'
import { IconBan, IconCircleOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Figure } from '../../design/figure.tsx'
import { Notice } from '../../design/notice.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { AboutCard } from './about-card.tsx'
import { BubbleStudio } from './bubble-studio.tsx'
import { KeywordCard } from './keyword-card.tsx'
import { LinkCard } from './link-card.tsx'
import { MaterialCard } from './material-card.tsx'
import { QrCard } from './qr-card.tsx'
import classes from './sources.module.css'

/** One way in: what came of it, and everything needed to put it up. */
export function SourceDetail({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const format = useFormat()
  const { slug, role } = useBusiness()
  const mayChange = role === 'owner' || role === 'marketer'
  const { requested, confirmed } = source.stats
  return (
    <>
      <PageHeader
        title={source.name}
        lead={t(`kinds.${source.kind}.text`)}
        badge={
          <ToneBadge tone={source.revokedAt ? 'quiet' : 'good'}>
            {source.revokedAt ? t('revokedOne') : t('active')}
          </ToneBadge>
        }
        back={{ to: `/b/${slug}/sources`, label: t('back') }}
        actions={mayChange && !source.revokedAt && <Revoke source={source} />}
      />
      <div className={classes.page}>
        {source.revokedAt && (
          <Notice
            tone="quiet"
            icon={IconCircleOff}
            title={t('revokedTitle', { at: format.dateTime(source.revokedAt) })}
          >
            {t('revokedText')}
          </Notice>
        )}
        <div className={classes.columns}>
          {!source.revokedAt && (
            <div className={classes.page}>
              {source.kind === 'bubble' && <BubbleStudio source={source} mayChange={mayChange} />}
              {source.kind === 'qr' && <QrCard source={source} />}
              {source.kind === 'link' && <LinkCard source={source} />}
              {source.kind === 'keyword' && <KeywordCard source={source} />}
              {source.kind !== 'bubble' && <MaterialCard source={source} />}
            </div>
          )}
          <div className={classes.page}>
            <Section title={t('outcome')}>
              <div className={classes.outcome}>
                <Figure label={t('requestedLabel')} value={format.number(requested)} />
                <Figure
                  label={t('confirmedLabel')}
                  value={format.number(confirmed)}
                  hint={
                    requested > 0 ? t('shareOf', { share: format.percent(confirmed / requested) }) : undefined
                  }
                />
              </div>
            </Section>
            <AboutCard source={source} readOnly={!mayChange || source.revokedAt !== null} />
          </div>
        </div>
      </div>
    </>
  )
}

function Revoke({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  const [asked, ask] = useState(false)
  const revoke = useChange(
    (client) => client.POST('/api/v1/sources/{id}/revoke', { params: { path: { id: source.id } } }),
    { touches: [['sources']], done: t('revokeDone'), onDone: () => ask(false) },
  )
  return (
    <>
      <Button variant="default" leftSection={<IconBan size={16} aria-hidden />} onClick={() => ask(true)}>
        {t('revoke')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => ask(false)}
        onConfirm={() => revoke.mutate()}
        title={t('revokeTitle', { name: source.name })}
        confirmLabel={t('revokeGo')}
        loading={revoke.isPending}
        danger
      >
        <p className={classes.plain}>{t(`revokeText.${source.kind}`)}</p>
        <p className={classes.plain}>{t('revokeKeeps')}</p>
      </ConfirmDialog>
    </>
  )
}
