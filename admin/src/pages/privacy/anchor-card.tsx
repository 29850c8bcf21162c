import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle, IconAnchor, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Anchoring, Ledger } from '../../api/campaign-entities.ts'
import { useDownload } from '../../api/download.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { Figure } from '../../design/figure.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { Relative } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './privacy.module.css'

/** Who outside has seen the ledger, and when last: without that, whoever holds the key could keep a second one. */
export function AnchorCard() {
  const api = useApi()
  const ledger = useQuery(
    api.query(['ledger', 'head'], (client, signal) => client.GET('/api/v1/ledger', { signal })),
  )
  // The card above shows what is wrong when the ledger cannot be read, and what an empty one is.
  if (!ledger.data || ledger.data.size === 0) return null
  return <Card ledger={ledger.data} />
}

function Card({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const { slug } = useBusiness()
  const download = useDownload()
  const [failed, setFailed] = useState<Anchoring['items']>([])
  const anchor = useChange((client) => client.POST('/api/v1/ledger/anchors', { body: {} }), {
    touches: [['ledger', 'head']],
    onDone: ({ items }) => setFailed(items.filter((item) => item.failed !== null)),
  })
  const { lastAnchor: last, size, ways } = ledger
  const newer = size - (last?.size ?? 0)
  return (
    <Section
      title={t('anchors.title')}
      lead={t('anchors.lead')}
      aside={
        ways.some(({ missing }) => missing === null) && (
          <Button
            variant="default"
            leftSection={<IconAnchor size={17} />}
            loading={anchor.isPending}
            onClick={() => anchor.mutate()}
          >
            {t('anchors.now')}
          </Button>
        )
      }
    >
      <div className={classes.figures}>
        <Figure
          label={t('anchors.last')}
          value={last ? <Relative at={last.at} /> : t('ledger.never')}
          hint={last && t(`anchors.by.${last.kind}`, { by: last.by, date: format.dateTime(last.at) })}
        />
        <Figure
          label={t('anchors.covers')}
          value={format.number(last?.size ?? 0)}
          hint={last && t('anchors.newer', { count: newer, number: format.number(newer) })}
        />
      </div>
      <div aria-live="polite">
        {failed.map((item) => (
          <Alert
            key={item.kind}
            mt="md"
            variant="light"
            color="red"
            icon={<IconAlertTriangle size={20} stroke={1.7} />}
            title={t('anchors.failed', { way: t(`anchors.ways.${item.kind}.name`) })}
          >
            {item.failed}
          </Alert>
        ))}
      </div>
      <ul className={classes.anchorWays}>
        {ways.map((way) => (
          <li key={way.kind}>
            <div>
              <strong>{t(`anchors.ways.${way.kind}.name`)}</strong>
              <p>{t(`anchors.ways.${way.kind}.text`)}</p>
              {way.missing === 'setting' && <p>{t(`anchors.ways.${way.kind}.setting`)}</p>}
              {way.missing === 'address' && (
                <AnchorLink to="/b/$slug/settings" params={{ slug }} size="sm">
                  {t('anchors.enterAddress')}
                </AnchorLink>
              )}
              {way.failingSince && (
                <p className={classes.worry}>
                  {t('anchors.failing', { date: format.dateTime(way.failingSince) })}
                </p>
              )}
            </div>
            <ToneBadge tone={way.missing ? 'quiet' : way.failingSince ? 'warn' : 'good'}>
              {t(way.missing ? 'anchors.off' : way.failingSince ? 'anchors.ill' : 'anchors.on')}
            </ToneBadge>
          </li>
        ))}
      </ul>
      {last && last.kind !== 'mail' && (
        <Button
          mt="md"
          variant="subtle"
          leftSection={<IconDownload size={16} />}
          loading={download.busy}
          onClick={() =>
            void download.save({
              path: `/api/v1/ledger/anchors/${last.id}/proof`,
              name: `checkpoint-${slug}-${last.size}.${last.kind === 'timestamp' ? 'tst' : 'cosignature.txt'}`,
            })
          }
        >
          {t('anchors.download')}
        </Button>
      )}
    </Section>
  )
}
