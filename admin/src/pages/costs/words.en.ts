import type { SameKeys } from '../../i18n/same-keys.ts'
import type de from './words.de.ts'

const words: SameKeys<typeof de> = {
  title: 'Costs',
  lead: 'What delivered messages cost, as Meta reports it. Nothing is foretold here.',
  month: 'Month',
  export: 'As CSV',
  budgets: 'Budgets',
  emptyTitle: 'No costs yet',
  emptyText:
    'As soon as Meta reports deliveries with their price they stand here: by market, topic and campaign.',
  months: {
    title: 'Month by month',
    lead: 'Booked on the day of delivery, by the clock that Meta bills by ({{zone}}).',
    chart: 'Costs of the last twelve months, {{amount}} in all',
    sum: 'Sum',
  },
  figures: {
    amount: 'Booked',
    messages: 'Delivered with a price',
    free: '{{count}} of them free',
    perDelivered: 'Per delivered message',
    unpriced: 'Without a price',
    unpricedHint: 'billed, but your price table has no price for them',
  },
  parts: {
    markets: 'By market',
    categories: 'By category',
    topics: 'By topic',
    campaigns: 'By campaign',
    types: 'By kind of billing',
    none: 'No campaign',
    noTopic: 'No topic',
    messages_one: '{{count}} message',
    messages_other: '{{count}} messages',
    more: 'and {{count}} more, all of them in the CSV file',
  },
  categories: {
    marketing: 'Marketing',
    marketing_lite: 'Marketing (Marketing Messages API)',
    utility: 'Utility',
    authentication: 'Authentication',
    authentication_international: 'Authentication, international',
    service: 'Service',
    referral_conversion: 'Answer after an ad',
    general_purpose_ai: 'Answer of an AI',
  },
  types: {
    regular: 'billed',
    free_customer_service: 'free: in a conversation',
    free_entry_point: 'free: after an ad',
  },
  service: {
    title: 'Answers with a free allowance',
    lead: 'Since 1 October 2026 free-form answers cost money; the first {{free}} per number and month are free. Which ones Meta bills is for Meta to say.',
    of: '{{delivered}} of {{free}} free',
    over: '{{delivered}} delivered, {{free}} of them free',
    billed: 'Meta reports {{count}} of them as billed',
    early: 'Meta bills although by our count the allowance is not used up. Compare with your invoice.',
  },
  compare: {
    title: 'Compared with Meta',
    lead: 'Our bookings beside what Meta’s analytics say. Nothing is adjusted.',
    ask: 'Ask Meta',
    asked: 'Meta has answered',
    never: 'Meta was not asked about this month yet. Every night we ask about the last seven days.',
    at: 'Last asked: {{at}}',
    own: 'Booked',
    meta: 'Says Meta',
    difference: 'Difference',
    day: 'Day',
    market: 'Market',
    messages: '{{count}} msgs',
    table: 'Comparison by day and market',
    only: 'Differences only',
    nothing: 'No difference in this month.',
    why: 'What is behind it',
    whys: {
      same: 'agrees',
      not_asked: 'Meta was not asked about this day yet.',
      still_counting: 'Meta is still counting; after two days it is final. Ask again then.',
      meta_has_more:
        'Meta knows deliveries that we never heard of: another program or the app sends over the number, or status reports are missing. Look at the webhook under Standing.',
      we_have_more:
        'We know deliveries that Meta does not count. Meta mostly adds them later; if not, Meta’s invoice counts.',
      other_price:
        'As many messages, another price: your price table differs from Meta’s card. Enter the price of the current card.',
      no_price: 'Your price table has no price for some. Enter it; what was booked stays.',
    },
  },
  markets: {
    rest_western_europe: 'Rest of Western Europe',
    rest_eastern_europe: 'Rest of Eastern Europe',
    north_america: 'North America',
    rest_latin_america: 'Rest of Latin America',
    rest_africa: 'Rest of Africa',
    rest_middle_east: 'Rest of the Middle East',
    rest_asia_pacific: 'Rest of Asia Pacific',
    other: 'All others',
  },
}

export default words
