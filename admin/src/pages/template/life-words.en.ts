import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './life-words.de.ts'

const words: SameKeys<typeof de> = {
  actions: {
    more: 'More actions for {{name}}',
    save: 'Save draft',
    saveChange: 'Save change',
    submit: 'Submit',
    change: 'Change',
    duplicate: 'Duplicate',
    appeal: 'Appeal',
    apply: 'Apply',
    archive: 'Archive',
    delete: 'Delete',
  },
  submit: {
    title: 'Send it to Meta?',
    review: 'Meta reviews the template, mostly within minutes, rarely up to a day.',
    locked: 'Until then it cannot be changed.',
    pauses: 'Until then it can neither be sent nor changed.',
    verdict: 'As soon as Meta has decided we tell you. If it is rejected, the reason stands here.',
    left_one: 'After that Meta takes {{count}} more change in these 30 days, at most one a day.',
    left_other: 'After that Meta takes {{count}} more changes in these 30 days, at most one a day.',
    go: 'Submit',
    mayMove:
      'Should Meta read advertising in it, Meta approves it as marketing: then it costs more and goes only to people who consented.',
    atOnceTitle: 'Apply it at once?',
    unseen:
      'Meta does not review this change: files, the place and what stands behind a link travel with each message.',
    staysApproved: 'The template stays approved, and the change counts from the next message on.',
    staysPaused: 'The change counts at once. The template’s pause stays as it is.',
    uncounted: 'It uses up none of the changes that Meta takes in 30 days.',
    blocked_one:
      'This campaign is to send what was reviewed. You can change the template when the campaign is over or has another template. Until then you can save your change, or duplicate the template.',
    blocked_other:
      'These campaigns are to send what was reviewed. You can change the template when they are over or have another template. Until then you can save your change, or duplicate the template.',
    waitTitle: 'Not yet',
    wait: 'Meta takes one change of an approved template a day. The next one is possible from {{time}} ({{when}}). Until then you can save your change.',
    understood: 'Understood',
  },
  savedChange: {
    title: 'A change is saved but not submitted',
    text: 'Until it is submitted and approved, people keep getting the old text.',
    continue: 'Go on with it',
    discard: 'Discard',
    discardTitle: 'Discard the change?',
    discardText: 'The saved text is gone afterwards. What Meta has approved stays.',
    discarded: 'Change discarded',
  },
  archive: {
    title: 'Archive {{name}}?',
    text: 'The template can no longer be chosen. You can bring it back for 28 days, then Meta deletes it.',
    go: 'Archive',
    done: 'Archived',
    undo: 'Bring back',
    undone: 'Brought back',
  },
  appeal: {
    title: 'Appeal to Meta',
    text: 'If you are sure that the template keeps the rules, you can ask Meta for another review. We note the appeal and show you the way.',
    go: 'Note the appeal',
    until: 'Possible until',
    open: 'Open Meta Business Support',
  },
  pause: {
    first: {
      title: 'Meta lets the template rest',
      text: 'Too many people blocked or reported it. This is the first pause, it ends by itself after three hours. Campaigns with it stand still.',
    },
    second: {
      title: 'Meta lets the template rest for the second time',
      text: 'Again too many people blocked or reported it. The pause ends by itself after six hours. The next time Meta disables the template for good.',
    },
    pacing: {
      title: 'Meta holds the template back',
      text: 'Meta showed it to a few people first, and their response was bad. This pause does not end by itself.',
    },
    left: '{{hours}} h {{minutes}} min left, until {{time}}.',
    over: 'The pause is over; Meta will report the template back in a moment.',
    todo: 'Use the time: less pressure in the text, a clear sender, a smaller circle.',
    standing: 'What is going on with the channel',
    lift: 'Lift the pause',
    liftTitle: 'Lift the pause?',
    liftText:
      'Meta then sends the template again, to a few people first. Change the text before, or the next pause will come.',
    lifted: 'The pause is lifted',
  },
  categories: { marketing: 'Marketing', utility: 'Utility', authentication: 'One-time code' },
  categoryChange: {
    announced: 'Meta will change the category: from {{from}} to {{to}}',
    changed: 'Meta has changed the category: from {{from}} to {{to}}',
    from: 'From',
    since: 'Since',
    cost: 'One delivered message to {{market}}:',
    unverified: '(price not confirmed)',
    waiting_one: '{{count}} message with it is still waiting.',
    waiting_other: '{{count}} messages with it are still waiting.',
    withheld_one: '{{count}} message was withheld because the consent to marketing is missing.',
    withheld_other: '{{count}} messages were withheld because the consent to marketing is missing.',
  },
  languages: {
    title: 'Languages',
    lead: 'The same name in several languages: a campaign then finds the right one for everybody.',
    missing: 'Other templates also exist in: {{languages}}.',
    new: 'New language',
    add: 'Add language',
    added: 'Draft created. Translate it, then submit it.',
    compare: 'Side by side',
    compareTitle: 'All languages side by side',
  },
  versions: {
    title: 'Versions',
    lead: 'Every text that was in review at Meta.',
    none: 'Never submitted yet.',
    version: 'Version {{version}}',
    pending: 'in review',
    approved: 'approved',
    rejected: 'rejected',
    compare: 'Compare',
    compareThis: 'Compare version {{version}}',
    sheet: 'Version {{version}} and today’s text',
    same: 'No difference from today’s text.',
    nothing: '(nothing)',
    legend:
      'First version {{version}} (red), then today’s text (green). Below, version {{version}} on the phone.',
    restore: 'Bring back',
    restored: 'Brought back. Check the text and submit it.',
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
  needed: {
    title: '{{name}} is still needed',
    text_one: 'This campaign still wants to send the template. Change or end it first:',
    text_other: 'These campaigns still want to send the template. Change or end them first:',
    sent_one: 'One campaign has sent it; its report and messages stay.',
    sent_other: '{{count}} campaigns have sent it; their reports and messages stay.',
    waiting_one: 'One single message with it still waits. It will not leave then.',
    waiting_other: '{{count}} single messages with it still wait. They will not leave then.',
  },
  used: {
    title: 'Where it is used',
    none: 'In no campaign yet.',
    waiting_one: 'One single message with it still waits, such as a test.',
    waiting_other: '{{count}} single messages with it still wait, such as tests.',
    others:
      'Only campaigns and their tests send templates. What the chat asks and answers by itself (the question for the yes, receipts, the page of preferences) goes into the open chat without one.',
    last: 'Last sent',
    archives: 'If nobody uses it, Meta archives it on',
  },
  notice: {
    since: 'Submitted',
    pending: {
      title: 'Meta is reviewing it',
      text: 'Mostly it takes minutes. You can leave the page, we will tell you.',
    },
    in_appeal: { title: 'Meta is reviewing the appeal', text: 'That can take a day.' },
    approved: { title: 'Approved', text: 'You can send it in campaigns. Decided' },
    disabled: {
      title: 'Meta has disabled the template',
      text: 'It was rated badly for the third time and will not come back. Write a new one that is rarer and more personal.',
    },
    limit_exceeded: {
      title: 'Too many templates',
      text: 'Your account at Meta has reached its maximum. Delete templates you no longer need.',
    },
    archived: {
      title: 'Archived',
      text: 'The template cannot be chosen.',
      deletes: 'Meta deletes it on',
    },
    gone: { title: 'No longer in use', text: 'At Meta it is deleted.' },
  },
  rejected: {
    appealed: 'Appeal noted',
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
