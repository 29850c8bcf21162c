import { ActionIcon, Drawer, Kbd, UnstyledButton } from '@mantine/core'
import { useDisclosure, useHotkeys, useOs } from '@mantine/hooks'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveUpdates } from '../../api/live.ts'
import { useBusiness } from '../use-business.ts'
import { AccountMenu } from './account-menu.tsx'
import { Banners } from './banners.tsx'
import { BusinessSwitcher } from './business-switcher.tsx'
import classes from './frame.module.css'
import { Navigation } from './navigation.tsx'
import { NotificationBell } from './notification-bell.tsx'
import { PagePending } from './page-pending.tsx'
import { PlaceLink } from './place-link.tsx'
import { places, thumbPlaces } from './places.ts'
import { useFocusOnPage } from './use-focus-on-page.ts'

const Palette = lazy(() => import('./palette.tsx'))

/** Everything around the page of a business: navigation, palette, bell, banners, and its live updates. */
export function Frame() {
  const { t } = useTranslation('app')
  const { id, slug } = useBusiness()
  const [paletteWanted, setPaletteWanted] = useState(false)
  const [paletteOpened, palette] = useDisclosure(false)
  const [drawerOpened, drawer] = useDisclosure(false)
  useLiveUpdates(id)
  useFocusOnPage()

  const openPalette = () => {
    setPaletteWanted(true)
    palette.open()
  }
  useHotkeys([['mod+K', openPalette]], [])

  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>

      <aside className={classes.side}>
        <BusinessSwitcher />
        <SearchButton onClick={openPalette} />
        <Navigation />
        <div className={classes.foot}>
          <AccountMenu />
          <NotificationBell />
        </div>
      </aside>

      <div className={classes.main}>
        <div className={classes.top}>
          <BusinessSwitcher />
          <div className={classes.topEnd}>
            <ActionIcon size="lg" onClick={openPalette} aria-label={t('palette.open')}>
              <IconSearch size={19} stroke={1.7} />
            </ActionIcon>
            <NotificationBell />
            <AccountMenu compact />
          </div>
        </div>
        <Banners />
        <main id="content" tabIndex={-1} className={classes.content}>
          <Suspense fallback={<PagePending />}>
            <Outlet />
          </Suspense>
        </main>
      </div>

      <nav className={classes.thumbs} aria-label={t('nav.quick')}>
        {places
          .filter((place) => thumbPlaces.some((key) => key === place.key))
          .map((place) => (
            <PlaceLink
              key={place.key}
              stacked
              to={place.to}
              params={{ slug }}
              activeOptions={{ exact: place.key === 'home', includeSearch: false }}
              icon={place.icon}
              label={t(`nav.${place.key}`)}
            />
          ))}
        <UnstyledButton className={classes.more} onClick={drawer.open}>
          <IconMenu2 size={22} stroke={1.7} aria-hidden />
          {t('nav.more')}
        </UnstyledButton>
      </nav>
      <Drawer
        opened={drawerOpened}
        onClose={drawer.close}
        position="bottom"
        size="min(36rem, 90dvh)"
        radius="lg"
        title={t('nav.more')}
        closeButtonProps={{ 'aria-label': t('nav.more') }}
      >
        <Navigation onGo={drawer.close} />
      </Drawer>

      {paletteWanted && (
        <Suspense fallback={null}>
          <Palette opened={paletteOpened} onClose={palette.close} />
        </Suspense>
      )}
    </div>
  )
}

function SearchButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('app')
  const os = useOs()
  return (
    <UnstyledButton className={classes.search} onClick={onClick}>
      <IconSearch size={16} stroke={1.8} aria-hidden />
      <span>{t('palette.open')}</span>
      <Kbd size="xs">{os === 'macos' || os === 'ios' ? '⌘K' : t('palette.shortcut')}</Kbd>
    </UnstyledButton>
  )
}
