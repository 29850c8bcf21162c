import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Standing',
  lead: 'What Meta thinks of your number and your templates. Whoever writes rarely and well stays in the green.',
  alerts: 'What you should look at',
  allWell: 'All is well. As soon as something changes, we tell you here and at the bell.',
  parked: {
    title_one: '{{count}} report from Meta could not be matched',
    title_other: '{{count}} reports from Meta could not be matched',
    text: 'They are kept and not lost. Mostly they belong to a number that is not connected here.',
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
