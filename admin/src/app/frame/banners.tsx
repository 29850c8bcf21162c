import { Anchor, CloseButton } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconCloudOff, IconExternalLink, IconLock, IconSparkles } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useBusiness, useMe } from '../use-business.ts'
import classes from './banners.module.css'
import { BrakeBanner } from './brake-banner.tsx'
import { useConnection } from './use-connection.ts'

/** What must be known on every page: no connection, sending stopped, a frozen business, the demo and its two other windows. */
export function Banners() {
  const { t } = useTranslation('app')
  const connected = useConnection()
  const business = useBusiness()
  return (
    <div aria-live="polite">
      {!connected && (
        <div className={classes.banner} data-tone="warn">
          <IconCloudOff size={17} aria-hidden />
          <span>{t('offline.text')}</span>
        </div>
      )}
      <BrakeBanner />
      {business.state === 'frozen' && (
        <div className={classes.banner} data-tone="bad">
          <IconLock size={17} aria-hidden />
          <span>{t('frozen.text')}</span>
        </div>
      )}
      <DemoHint />
    </div>
  )
}

function DemoHint() {
  const { t } = useTranslation('app')
  const { demo } = useMe()
  const [hidden, setHidden] = useLocalStorage({
    key: 'jawort-demo-hint',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  if (!demo || hidden) return null
  return (
    <div className={classes.banner} data-tone="demo">
      <IconSparkles size={17} aria-hidden />
      <span className={classes.words}>
        <strong>{t('demo.title')}</strong> <span className={classes.detail}>{t('demo.text')}</span>
      </span>
      <Anchor href={demo.shopUrl} target="_blank" className={classes.link}>
        {t('demo.shop')}
        <IconExternalLink size={14} aria-hidden />
      </Anchor>
      <Anchor href={demo.simulatorUrl} target="_blank" className={classes.link}>
        {t('demo.phones')}
        <IconExternalLink size={14} aria-hidden />
      </Anchor>
      <CloseButton size="sm" aria-label={t('demo.hide')} onClick={() => setHidden(true)} />
    </div>
  )
}
