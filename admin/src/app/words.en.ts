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
    costs: 'Costs',
    privacy: 'Privacy',
    records: 'Records & duties',
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
    admissions: 'Admissions',
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
  brake: {
    title: 'Nothing is being sent.',
    no_send: 'This installation was started so that nothing leaves until a person says go.',
    restored: 'The database was restored from a backup. It does not know what was sent after that.',
    stood_still:
      'Nothing ran here for more than two hours, and something was still waiting. Perhaps the machine was put back to an earlier state; then what was sent after it is missing.',
    since: 'Since',
    who: 'Whoever operates this installation can release it.',
    resume: 'Release sending',
    ask: 'Release sending?',
    ask_no_send: 'Everything that waits will leave: campaigns, answers and questions.',
    ask_restored:
      'Single messages that were still waiting in the backup will leave, even if they were sent after it was made. Campaigns that were running or came due stay paused until you resume each of them.',
    ask_stood_still:
      'Single messages that wait will leave. Campaigns that were running or came due stay paused until you resume each of them.',
    done: 'Sending has been released.',
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
