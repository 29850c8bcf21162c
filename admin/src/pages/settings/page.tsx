import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBusiness } from '../../app/use-business.ts'
import { NavigationLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import classes from './settings.module.css'

const parts = [
  { key: 'business', to: '/b/$slug/settings' },
  { key: 'members', to: '/b/$slug/settings/members' },
  { key: 'topics', to: '/b/$slug/settings/topics' },
  { key: 'channel', to: '/b/$slug/settings/channel' },
  { key: 'admission', to: '/b/$slug/settings/admission' },
  { key: 'sending', to: '/b/$slug/settings/sending' },
  { key: 'fields', to: '/b/$slug/settings/fields' },
  { key: 'prices', to: '/b/$slug/settings/prices' },
  { key: 'budgets', to: '/b/$slug/settings/budgets' },
  { key: 'webhooks', to: '/b/$slug/settings/webhooks' },
  { key: 'audit', to: '/b/$slug/settings/audit' },
] as const

/** The settings' own navigation around its parts. */
export default function SettingsPage() {
  const { t } = useTranslation('settings')
  const { slug } = useBusiness()
  const nav = useRef<HTMLElement>(null)
  const path = useLocation({ select: (location) => location.pathname })
  // On a phone the parts are a strip that scrolls sideways; the current one must be in sight.
  useEffect(() => {
    nav.current?.querySelector(`[href="${path}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [path])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={classes.layout}>
        <nav ref={nav} aria-label={t('title')} className={classes.parts}>
          {parts.map((part) => (
            <NavigationLink
              key={part.key}
              to={part.to}
              params={{ slug }}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ active: true }}
              label={t(`parts.${part.key}`)}
              className={classes.part}
            />
          ))}
        </nav>
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    </>
  )
}
