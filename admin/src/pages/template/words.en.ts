import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Template',
  newTitle: 'New template',
  lead: 'Template in {{language}}',
  newLead: 'Write and see at once on the phone how it arrives. What Meta would refuse, we tell you first.',
  back: 'All templates',
  leave: 'Your changes are not saved yet. Leave anyway?',
  saved: 'Saved',
  submitted: 'Submitted. Meta is reviewing the template now.',
  deleted: 'Template deleted',
  gone: {
    title: 'There is no such template',
    text: 'Perhaps it was deleted, here or at Meta.',
  },
  noChannel: {
    title: 'A number first',
    text: 'Templates belong to a WhatsApp number. Connect yours, then you can write.',
    go: 'Connect a number',
  },
  parts: { about: 'What it is about', message: 'The message', buttons: 'Buttons' },
  name: 'Name',
  nameHint: 'Only for you and Meta. Small letters, digits and underscore.',
  namePlaceholder: 'autumn_roast',
  language: 'Language',
  languageHint: 'Meta reviews each language by itself. Add others afterwards by duplicating.',
  channel: 'Number',
  category: {
    label: 'Category',
    marketing: {
      title: 'Marketing',
      text: 'News, offers, invitations. Goes only to people with a confirmed yes, always with a way out.',
    },
    utility: {
      title: 'Utility',
      text: 'About something the person started: an order, an appointment, a delivery. Without any advertising.',
    },
  },
  header: {
    label: 'Header',
    none: 'None',
    text: 'Text',
    image: 'Picture',
    textLabel: 'Header line',
    imageLabel: 'Address of the picture',
    imageHint: 'JPEG or PNG up to 5 MB, reachable without signing in. Looks best at 1.91 : 1.',
  },
  body: 'Text',
  bodyPlaceholder: 'Hello …',
  characters: '{{used}} of {{limit}} characters',
  footer: 'Footer',
  format: {
    label: 'Format the text',
    bold: 'Bold',
    italic: 'Italic',
    strike: 'Strikethrough',
  },
  insert: {
    button: 'Variable',
    firstName: 'First name',
    again: 'Insert once more',
    own: 'Own variable',
  },
  samples: {
    label: 'Example for {{name}}',
    placeholder: 'What Meta sees in the review',
  },
  buttons: {
    label: 'Buttons under the message',
    hint: 'Up to three of one kind are seen everywhere, on a computer too.',
    optOut: 'Unsubscribe',
    optOutHint: 'One tap ends all marketing. People who find the button need not report you.',
    add: 'Add a button',
    text: 'Label',
    url: 'Address',
    phone: 'Phone number',
    kinds: { quick_reply: 'Reply', url: 'Link', phone_number: 'Call' },
    up: 'Move “{{name}}” up',
    down: 'Move “{{name}}” down',
    remove: 'Remove “{{name}}”',
  },
  findings: {
    title: 'Before submitting',
    none: 'All good, it can go to Meta like this.',
    error: 'Error',
    warning: 'Advice',
    rule: 'Rule {{rule}}',
  },
  actions: {
    more: 'More actions for {{name}}',
    save: 'Save draft',
    submit: 'Submit',
    change: 'Change',
    duplicate: 'Duplicate',
    delete: 'Delete',
  },
  submit: {
    title: 'Send it to Meta?',
    text: 'Meta reviews the template, mostly within minutes, rarely up to a day. Until then it cannot be changed. We tell you as soon as Meta has decided.',
    again:
      'Meta reviews the template anew; until then you cannot send it. An approved template can be changed once a day and ten times a month.',
    go: 'Submit',
  },
  duplicate: {
    title: 'Duplicate the template',
    text: 'The copy is a draft with the same text. Translate it in peace and then submit it.',
    sameName: 'The same name keeps the languages together.',
    sameLanguage: 'In the same language the copy needs another name.',
    go: 'Duplicate',
    done: 'Copy created',
  },
  delete: {
    title: 'Delete {{name}}?',
    draft: 'The draft is gone afterwards.',
    atMeta:
      'The template is deleted at Meta too. Its name stays locked there for 30 days. What was sent stays readable.',
    go: 'Delete',
  },
  used: {
    title: 'Where it is used',
    none: 'In no campaign yet.',
    more_one: 'and in {{count}} older campaign',
    more_other: 'and in {{count}} older campaigns',
  },
  notice: {
    since: 'Submitted',
    pending: {
      title: 'Meta is reviewing it',
      text: 'Mostly it takes minutes. You can leave the page, we will tell you.',
    },
    in_appeal: { title: 'Meta is reviewing the appeal', text: 'That can take a day.' },
    approved: { title: 'Approved', text: 'You can send it in campaigns. Decided' },
    paused: {
      title: 'Meta has paused the template',
      text: 'Too many people blocked or reported it. Campaigns with it stand still. Look at the text again: less pressure, a clear sender, a smaller audience.',
      back: 'Meta allows it again at {{time}} ({{when}}) at the earliest.',
    },
    disabled: {
      title: 'Meta has disabled the template',
      text: 'It was rated badly for the third time and will not come back. Write a new one that is rarer and more personal.',
    },
    limit_exceeded: {
      title: 'Too many templates',
      text: 'Your account at Meta has reached its maximum. Delete templates you no longer need.',
    },
    gone: { title: 'No longer in use', text: 'At Meta it is deleted or archived.' },
  },
  rejected: {
    words: 'In Meta’s words: {{words}}',
    ABUSIVE_CONTENT: {
      title: 'Rejected: the content breaks Meta’s rules',
      text: 'Meta takes the text for threatening, insulting or forbidden. Write it anew and submit it again.',
    },
    INVALID_FORMAT: {
      title: 'Rejected: the format is wrong',
      text: 'Mostly it is variables: not closed, at the start or end of the text, right beside each other or without a good example. A broken link causes it too.',
    },
    PROMOTIONAL: {
      title: 'Rejected: this is advertising',
      text: 'Meta allows no advertising under utility. Take it out or duplicate the template as marketing.',
    },
    TAG_CONTENT_MISMATCH: {
      title: 'Rejected: language and text do not match',
      text: 'The text is in another language than stated. Duplicate the template into the right language.',
    },
    INCORRECT_CATEGORY: {
      title: 'Rejected: wrong category',
      text: 'Meta sees the message in another category. Change it and submit again.',
    },
    SCAM: {
      title: 'Rejected: Meta suspects fraud',
      text: 'Say clearly who writes, use full links to your own site and never ask for passwords or card data.',
    },
    other: {
      title: 'Meta has rejected the template',
      text: 'Change it and submit it again. If it stays, an appeal in Meta’s WhatsApp Manager helps.',
    },
  },
}

export default words
