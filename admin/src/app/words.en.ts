import type { SameKeys } from '../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  brand: 'Jawort',
  skip: 'Skip to content',
  nav: {
    label: 'Main navigation',
    home: 'Home',
    contacts: 'Contacts',
    segments: 'Segments',
    campaigns: 'Campaigns',
    templates: 'Templates',
    sources: 'Sources',
    inbox: 'Inbox',
    standing: 'Standing',
    privacy: 'Privacy',
    settings: 'Settings',
    quick: 'Quick access',
    more: 'More',
    audience: 'Audience',
    sending: 'Sending',
    trust: 'Trust',
  },
  business: {
    switch: 'Switch business',
    all: 'All businesses',
  },
  account: {
    menu: 'Your account',
    signOut: 'Sign out',
    language: 'Language',
    scheme: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    auto: 'Like the system',
    german: 'Deutsch',
    english: 'English',
  },
  notifications: {
    title: 'Notifications',
    open_zero: 'Notifications',
    open_one: 'Notifications, {{count}} unread',
    open_other: 'Notifications, {{count}} unread',
    readAll: 'Mark all as read',
    emptyTitle: 'All quiet',
    emptyText:
      'This is where you learn that Meta reviewed a template, the quality of your number changed or a campaign stopped.',
    unread: 'unread',
  },
  palette: {
    open: 'Search',
    shortcut: 'Ctrl K',
    placeholder: 'Find a page, contact or action …',
    nothing: 'Nothing found',
    typeMore: 'From two characters on we search your contacts too.',
    pages: 'Pages',
    actions: 'Actions',
    contacts: 'Contacts',
    businesses: 'Businesses',
    newCampaign: 'New campaign',
    newTemplate: 'New template',
    toggleScheme: 'Toggle light / dark',
    otherLanguage: 'Auf Deutsch wechseln',
    unnamed: 'No name',
  },
  demo: {
    title: 'Demo',
    text: 'Everything here is real, only the phones are simulated.',
    shop: 'Sample shop',
    phones: 'Phones',
    hide: 'Hide this hint',
  },
  offline: {
    text: 'No connection to the server. What you see is the last known state.',
  },
  frozen: {
    text: 'This business is frozen: nothing is sent until the operator releases it.',
  },
  notFound: {
    title: 'This page does not exist',
    text: 'The link may be old, or the business does not belong to your account.',
    back: 'Go to the home page',
  },
  motto: 'Only to people who said yes. Twice.',
}

export default words
