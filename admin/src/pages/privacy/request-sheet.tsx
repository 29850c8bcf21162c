import { Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PrivacyRequestDetail } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { DateTime } from '../../design/values.tsx'
import { grounds, ways } from './choices.ts'
import { Deadline } from './deadline.tsx'
import { ReportText } from './report-text.tsx'
import { RequestAct } from './request-act.tsx'
import { RequestEnd } from './request-end.tsx'
import { RequestIdentity } from './request-identity.tsx'
import classes from './rights.module.css'

/** One request, step by step: what came in, who it is, what is done, and what it came to. */
export function RequestSheet({ requestId, onClose }: { requestId: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('privacy')
  const api = useApi()
  const request = useQuery({
    ...api.query(['privacy', 'request', requestId], (client, signal) =>
      client.GET('/api/v1/privacy/requests/{id}', { params: { path: { id: requestId ?? '' } }, signal }),
    ),
    enabled: requestId !== undefined,
  })
  const kind = request.data?.kind
  return (
    <SideSheet
      wide
      opened={requestId !== undefined}
      onClose={onClose}
      title={kind ? t(`requests.kinds.${kind}`) : t('requests.kind')}
    >
      {request.error && !request.data && (
        <ErrorState error={request.error} onRetry={() => void request.refetch()} />
      )}
      {request.isPending && requestId && <Skeleton height="16rem" />}
      {request.data && <Steps key={request.data.id} request={request.data} />}
    </SideSheet>
  )
}

function Steps({ request }: { request: PrivacyRequestDetail }) {
  const { t } = useTranslation('privacy')
  const { slug } = useBusiness()
  const waits = request.state === 'received' || request.state === 'open'
  return (
    <div className={classes.steps}>
      <div className={classes.head}>
        <Text size="sm" c="dimmed">
          {t(`article.${request.kind}`)}
        </Text>
        {waits && <Deadline request={request} wide />}
        {request.extensionReason && (
          <Text size="sm" c="dimmed">
            {t('extend.was', { reason: t(`extend.reasons.${request.extensionReason}`) })}
          </Text>
        )}
      </div>
      <section className={classes.step}>
        <Title order={3}>{t('step.received')}</Title>
        <Text size="sm">
          <DateTime at={request.createdAt} />, {t(`requests.ways.${request.via}`)}
        </Text>
        <Text size="sm">
          {request.erased ? (
            t('requests.gone')
          ) : (
            <AnchorLink to="/b/$slug/contacts/$id" params={{ slug, id: request.contactId }}>
              {request.name ?? t('requests.nameless')}
            </AnchorLink>
          )}
        </Text>
        {request.details && <blockquote className={classes.words}>{request.details}</blockquote>}
      </section>
      <RequestIdentity request={request} />
      {waits ? (
        <>
          <RequestAct request={request} />
          <RequestEnd request={request} />
        </>
      ) : (
        <Ended request={request} />
      )}
    </div>
  )
}

function Ended({ request }: { request: PrivacyRequestDetail }) {
  const { t } = useTranslation('privacy')
  const { outcome } = request
  const way = ways.find((each) => each === outcome?.handedBy)
  const ground = grounds.find((each) => each === outcome?.ground)
  return (
    <section className={classes.step}>
      <Title order={3}>{t(`requests.states.${request.state}`)}</Title>
      {request.doneAt && (
        <Text size="sm">
          <DateTime at={request.doneAt} />
        </Text>
      )}
      {request.refusalReason && <Text size="sm">{t(`refuse.reasons.${request.refusalReason}`)}</Text>}
      {request.refusalText && <blockquote className={classes.words}>{request.refusalText}</blockquote>}
      {way && <Text size="sm">{t('outcome.handedBy', { way: t(`act.handed.${way}`) })}</Text>}
      {outcome && outcome.changed.length > 0 && (
        <Text size="sm">{t('outcome.changed', { what: outcome.changed.join(', ') })}</Text>
      )}
      {ground && <Text size="sm">{t('outcome.ground', { ground: t(`act.grounds.${ground}`) })}</Text>}
      {outcome?.ended !== null && outcome?.ended !== undefined && (
        <Text size="sm">{t('outcome.ended', { count: outcome.ended })}</Text>
      )}
      {request.report && <ReportText report={request.report} />}
    </section>
  )
}
