import {
  Button,
  Divider,
  Popover,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core'
import { IconDeviceDesktop, IconDoorEnter, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, type UiLanguage } from '../../i18n/i18n.ts'
import { signOut } from '../session.ts'
import { useBusiness, useMe } from '../use-business.ts'
import classes from './account-menu.module.css'

const schemes = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const

/** Who is signed in; language, appearance and the way out. */
export function AccountMenu({ compact = false }: { compact?: boolean }) {
  const { t, i18n } = useTranslation(['app', 'design'])
  const { account } = useMe()
  const { role } = useBusiness()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Popover position={compact ? 'bottom-end' : 'top-start'} width={250} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.button} data-compact={compact || undefined}>
          <VisuallyHidden>{t('account.menu')}</VisuallyHidden>
          <span className={classes.face} aria-hidden>
            {initials(account.name)}
          </span>
          {!compact && (
            <span className={classes.words}>
              <span className={classes.name}>{account.name}</span>
              <span className={classes.role}>{t(`design:role.${role}`)}</span>
            </span>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('account.menu')} className={classes.dropdown}>
        <div className={classes.who}>
          <Text size="sm" fw={580}>
            {account.name}
          </Text>
          <Text size="xs" c="dimmed" className={classes.email}>
            {account.email}
          </Text>
        </div>
        <Divider />
        <div className={classes.choice}>
          <Text size="xs" c="dimmed" id="choose-language">
            {t('account.language')}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="choose-language"
            value={i18n.language}
            onChange={(value) => void chooseLanguage(value as UiLanguage)}
            data={[
              { value: 'de', label: t('account.german') },
              { value: 'en', label: t('account.english') },
            ]}
          />
        </div>
        <div className={classes.choice}>
          <Text size="xs" c="dimmed" id="choose-scheme">
            {t('account.scheme')}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="choose-scheme"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={schemes.map(({ value, icon: Icon }) => ({
              value,
              label: (
                <span className={classes.scheme}>
                  <Icon size={15} stroke={1.7} aria-hidden />
                  <VisuallyHidden>{t(`account.${value}`)}</VisuallyHidden>
                </span>
              ),
            }))}
          />
        </div>
        <Divider />
        {account.operator && (
          <Button
            component={Link}
            to="/admissions"
            variant="subtle"
            color="gray"
            fullWidth
            justify="flex-start"
            leftSection={<IconDoorEnter size={16} />}
          >
            {t('account.admissions')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          fullWidth
          justify="flex-start"
          leftSection={<IconLogout size={16} />}
          onClick={() => void signOut()}
        >
          {t('account.signOut')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
