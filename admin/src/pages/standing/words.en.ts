import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Standing',
  lead: 'What Meta thinks of your number and your templates. Whoever writes rarely and well stays in the green.',
  alerts: 'What you should look at',
  allWell: 'All is well. As soon as something changes, we tell you here and at the bell.',
  aside: {
    title: 'Put aside',
    lead: 'Reports from Meta that could not be processed or matched. They are kept for 14 days.',
    reason: 'Reason',
    what: 'What',
    when: 'When',
    place: 'Number or account {{place}}',
    reasons: {
      unknown_number: 'Number not connected here',
      unreadable: 'Not readable',
    },
    ourError: 'Error while processing ({{name}})',
    kind: {
      message: 'Message of a person',
      preference: 'Opt-out in WhatsApp',
      status: 'Delivery',
      change: 'News about a number or template',
    },
    updates_one: '{{count}} report',
    updates_other: '{{count}} reports',
    replay: 'Try again',
    replayTitle: 'Try everything again?',
    replayText:
      'We process everything that was put aside once more, and match what has a connected number by now. Nothing counts twice. Whoever opts out in it is opted out at once.',
    replayed_one: '{{count}} report is being processed now.',
    replayed_other: '{{count}} reports are being processed now.',
    left_one: '{{count}} still belongs to no connected number, or cannot be read.',
    left_other: '{{count}} still belong to no connected number, or cannot be read.',
    audited: 'This is how it came from Meta. That you looked at it is in the audit log.',
    shared:
      'Several businesses use the app that signed this. It may be about the people of another one, so it cannot be opened here.',
  },
  more: 'Everything about this number',
  reviews: 'Quality reviews',
  mail: {
    title: 'Alerts by mail',
    lead: 'Everything is always here and at the bell. What reaches you by mail as well you decide for yourself; about the same thing there is at most one mail an hour.',
    noServer:
      'This installation has no mail server (JAWORT_SMTP_URL). Your choice counts as soon as there is one.',
    way: { now: 'at once', daily: 'daily', off: 'never' },
    subject: {
      account: { title: 'Number and account', about: 'restrictions, bans, payment, limits, security' },
      quality: {
        title: 'Quality',
        about: 'a number or template turns yellow or red, a template is paused or rejected',
      },
      campaigns: { title: 'Campaigns', about: 'paused, slowed down, missed' },
      ledger: { title: 'Ledger', about: 'something was changed, or it reaches nobody outside' },
      technical: { title: 'Technical', about: 'unknown errors, webhooks that do not arrive' },
      privacy: { title: 'Data protection', about: 'requests of people and their deadlines, lists, texts' },
      people: { title: 'People', about: 'somebody has to look at a person' },
    },
  },
  emptyTitle: 'No number connected yet',
  emptyText: 'As soon as a number is connected, you see quality, limit and every change here.',
  connect: 'Connect a number',
  quality: {
    label: 'Quality',
    about: {
      GREEN: 'Hardly anyone blocked or reported you. Keep it like this.',
      YELLOW: 'In the last seven days more people blocked or reported you. Send less, and more precisely.',
      RED: 'Too many people blocked or reported you. We pause campaigns until it gets better.',
      UNKNOWN: 'Meta has not seen enough messages to judge yet.',
    },
  },
  limit: {
    label: 'People in 24 hours',
    value: 'up to {{limit}}',
    none: 'no limit',
    used: '{{used}} reached in the last 24 hours',
  },
  speed: {
    label: 'Pace',
    value: '{{rate}} per second',
    about: 'This is how fast Meta accepts messages of this number. We keep to it by ourselves.',
  },
  changes: {
    title: 'Changes',
    none: 'Nothing has changed so far.',
    what: { state: 'State', quality: 'Quality', messagingLimit: 'Limit', throughput: 'Pace' },
  },
  templates: {
    title: 'Templates',
    lead: 'What needs a hand comes first.',
    name: 'Template',
    language: 'Language',
    state: 'State',
    emptyTitle: 'No template yet',
    emptyText: 'Templates that you submit to Meta appear here with their state.',
  },
}

export default words
