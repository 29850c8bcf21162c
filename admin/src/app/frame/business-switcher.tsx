import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconBuildings, IconCheck, IconSelector } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StateBadge } from '../../design/state-badge.tsx'
import { useBusiness, useMe } from '../use-business.ts'
import classes from './business-switcher.module.css'

/** Names the business on screen; with several it opens the list of them. */
export function BusinessSwitcher() {
  const { t } = useTranslation('app')
  const business = useBusiness()
  const me = useMe()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-start" width={270}>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <VisuallyHidden>{t('business.switch')}</VisuallyHidden>
          <span className={classes.mark} aria-hidden>
            {business.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={classes.name}>{business.name}</span>
          <IconSelector size={16} className={classes.selector} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('business.switch')}</Menu.Label>
        {me.businesses.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => void navigate({ to: '/b/$slug', params: { slug: one.slug } })}
            leftSection={
              one.id === business.id ? <IconCheck size={16} /> : <span className={classes.space} />
            }
            rightSection={one.state === 'live' ? undefined : <StateBadge kind="business" state={one.state} />}
          >
            {one.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconBuildings size={16} />}
          onClick={() => void navigate({ to: '/businesses' })}
        >
          {t('business.all')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
