import '@mantine/spotlight/styles.layer.css'
import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import {
  type Icon,
  IconBuildings,
  IconLanguage,
  IconMoon,
  IconSearch,
  IconSend,
  IconTemplate,
  IconUser,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { chooseLanguage } from '../../i18n/i18n.ts'
import { useBusiness, useMe } from '../use-business.ts'
import classes from './palette.module.css'
import { places } from './places.ts'

interface Entry {
  id: string
  label: string
  description?: string
  icon: Icon
  go: () => void
}

const [store, palette] = createSpotlight()
const minSearch = 2
const waitMs = 200

/** The command palette (mod+K): pages, actions, businesses, and contacts by name or number. */
export default function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation('app')
  const [query, setQuery] = useState('')
  const navigate = useNavigate()
  const { toggleColorScheme } = useMantineColorScheme()
  const { slug, id } = useBusiness()
  const me = useMe()
  const contacts = useFoundContacts(opened ? query : '')

  useEffect(() => (opened ? palette.open() : palette.close()), [opened])

  const pages: Entry[] = places.map((place) => ({
    id: place.key,
    label: t(`nav.${place.key}`),
    icon: place.icon,
    go: () => void navigate({ to: place.to, params: { slug } }),
  }))
  const actions: Entry[] = [
    {
      id: 'new-campaign',
      label: t('palette.newCampaign'),
      icon: IconSend,
      go: () => void navigate({ to: '/b/$slug/campaigns/new', params: { slug } }),
    },
    {
      id: 'new-template',
      label: t('palette.newTemplate'),
      icon: IconTemplate,
      go: () => void navigate({ to: '/b/$slug/templates/$id', params: { slug, id: 'new' } }),
    },
    { id: 'scheme', label: t('palette.toggleScheme'), icon: IconMoon, go: toggleColorScheme },
    {
      id: 'language',
      label: t('palette.otherLanguage'),
      icon: IconLanguage,
      go: () => void chooseLanguage(i18n.language === 'de' ? 'en' : 'de'),
    },
  ]
  const businesses: Entry[] = me.businesses
    .filter((one) => one.id !== id)
    .map((one) => ({
      id: one.id,
      label: one.name,
      icon: IconBuildings,
      go: () => void navigate({ to: '/b/$slug', params: { slug: one.slug } }),
    }))
  const people: Entry[] = contacts.map((one) => {
    const address = one.phone ?? (one.username && `@${one.username}`)
    return {
      id: one.id,
      label: one.name ?? address ?? t('palette.unnamed'),
      ...(one.name && address ? { description: address } : {}),
      icon: IconUser,
      go: () => void navigate({ to: '/b/$slug/contacts/$id', params: { slug, id: one.id } }),
    }
  })
  const groups = [
    { key: 'pages', entries: pages.filter((one) => fits(one.label, query)) },
    { key: 'actions', entries: actions.filter((one) => fits(one.label, query)) },
    { key: 'contacts', entries: people },
    { key: 'businesses', entries: businesses.filter((one) => fits(one.label, query)) },
  ] as const
  const nothing = groups.every((group) => group.entries.length === 0)

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      clearQueryOnClose
      classNames={{ action: classes.action, actionsGroup: classes.group, footer: classes.footer }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 2 }}
      yOffset="14dvh"
      centered={false}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      scrollable
      maxHeight="min(28rem, 70dvh)"
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.7} />}
      />
      <Spotlight.ActionsList>
        {nothing && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
        {groups
          .filter((group) => group.entries.length > 0)
          .map((group) => (
            <Spotlight.ActionsGroup key={group.key} label={t(`palette.${group.key}`)}>
              {group.entries.map(({ icon: Icon, ...entry }) => (
                <Spotlight.Action
                  key={entry.id}
                  label={entry.label}
                  description={entry.description}
                  leftSection={<Icon size={18} stroke={1.6} />}
                  onClick={entry.go}
                />
              ))}
            </Spotlight.ActionsGroup>
          ))}
      </Spotlight.ActionsList>
      <Spotlight.Footer>{t('palette.typeMore')}</Spotlight.Footer>
    </Spotlight.Root>
  )
}

const fits = (label: string, query: string): boolean =>
  label.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase())

function useFoundContacts(query: string) {
  const api = useApi()
  const [search] = useDebouncedValue(query.trim(), waitMs)
  const enabled = search.length >= minSearch
  const found = useQuery({
    ...api.query(['contacts', 'list', { search, limit: 6 }], (client, signal) =>
      client.GET('/api/v1/contacts', { params: { query: { search, limit: 6 } }, signal }),
    ),
    enabled,
  })
  return enabled ? (found.data?.items ?? []) : []
}
