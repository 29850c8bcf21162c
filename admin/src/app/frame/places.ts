import {
  type Icon,
  IconAddressBook,
  IconClipboardCheck,
  IconFilter,
  IconHeartbeat,
  IconHome,
  IconInbox,
  IconQrcode,
  IconReceipt,
  IconSend,
  IconSettings,
  IconShieldCheck,
  IconTemplate,
} from '@tabler/icons-react'

/** The pages of a business in the order of the navigation; `key` is their word in `nav`. */
export const places = [
  { key: 'home', to: '/b/$slug', icon: IconHome, group: 'none' },
  { key: 'inbox', to: '/b/$slug/inbox', icon: IconInbox, group: 'none' },
  { key: 'contacts', to: '/b/$slug/contacts', icon: IconAddressBook, group: 'audience' },
  { key: 'segments', to: '/b/$slug/segments', icon: IconFilter, group: 'audience' },
  { key: 'sources', to: '/b/$slug/sources', icon: IconQrcode, group: 'audience' },
  { key: 'campaigns', to: '/b/$slug/campaigns', icon: IconSend, group: 'sending' },
  { key: 'templates', to: '/b/$slug/templates', icon: IconTemplate, group: 'sending' },
  { key: 'costs', to: '/b/$slug/costs', icon: IconReceipt, group: 'sending' },
  { key: 'standing', to: '/b/$slug/standing', icon: IconHeartbeat, group: 'trust' },
  { key: 'privacy', to: '/b/$slug/privacy', icon: IconShieldCheck, group: 'trust' },
  { key: 'records', to: '/b/$slug/records', icon: IconClipboardCheck, group: 'trust' },
  { key: 'settings', to: '/b/$slug/settings', icon: IconSettings, group: 'end' },
] as const satisfies readonly { key: string; to: string; icon: Icon; group: string }[]

export type Place = (typeof places)[number]

/** What a thumb reaches on a phone; the rest is behind "more". */
export const thumbPlaces = ['home', 'contacts', 'campaigns', 'inbox'] as const
