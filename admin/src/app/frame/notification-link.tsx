import type { ReactNode } from 'react'
import type { Notification } from '../../api/entities.ts'
import { AnchorLink } from '../../design/links.tsx'
import { useBusiness } from '../use-business.ts'
import classes from './notification-bell.module.css'

/** A notification's title, leading to the thing it is about where that has a page. */
export function NotificationLink({
  notification,
  onGo,
}: {
  notification: Notification
  onGo: () => void
}): ReactNode {
  const { slug } = useBusiness()
  const { entity, entityId: id, title } = notification
  const common = { className: classes.title, onClick: onGo }
  if (entity === 'campaign' && id) {
    return (
      <AnchorLink {...common} to="/b/$slug/campaigns/$id" params={{ slug, id }}>
        {title}
      </AnchorLink>
    )
  }
  if (entity === 'template' && id) {
    return (
      <AnchorLink {...common} to="/b/$slug/templates/$id" params={{ slug, id }}>
        {title}
      </AnchorLink>
    )
  }
  if (entity === 'contact' && id) {
    return (
      <AnchorLink {...common} to="/b/$slug/contacts/$id" params={{ slug, id }}>
        {title}
      </AnchorLink>
    )
  }
  if (entity === 'breach' && id) {
    return (
      <AnchorLink
        {...common}
        to="/b/$slug/records"
        params={{ slug }}
        search={{ part: 'breaches', breach: id }}
      >
        {title}
      </AnchorLink>
    )
  }
  if (entity === 'contact_import' && id) {
    return (
      <AnchorLink {...common} to="/b/$slug/contacts" params={{ slug }} search={{ import: id }}>
        {title}
      </AnchorLink>
    )
  }
  if (entity === 'review' && id) {
    return (
      <AnchorLink {...common} to="/b/$slug/reviews/$quarter" params={{ slug, quarter: id }}>
        {title}
      </AnchorLink>
    )
  }
  if (entity === 'channel' && id) {
    return (
      <AnchorLink {...common} to="/b/$slug/standing/$id" params={{ slug, id }}>
        {title}
      </AnchorLink>
    )
  }
  if (entity === 'admission') {
    return (
      <AnchorLink {...common} to="/b/$slug/settings/admission" params={{ slug }}>
        {title}
      </AnchorLink>
    )
  }
  if (entity === 'endpoint') {
    return (
      <AnchorLink {...common} to="/b/$slug/settings/webhooks" params={{ slug }}>
        {title}
      </AnchorLink>
    )
  }
  return <span className={classes.title}>{title}</span>
}
