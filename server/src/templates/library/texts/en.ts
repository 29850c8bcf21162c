import type { LanguageTexts } from '../cases.ts'

export const en: LanguageTexts = {
  texts: {
    double_opt_in: {
      header: 'Was this you?',
      body: 'Hello! Somebody signed up for “{{topic}}” from <business> with this number. If it was you, tap Yes. If not, tap No and we will not write again.',
      buttons: ['Yes, it was me', 'No'],
    },
    welcome: {
      header: 'Good to have you here',
      body: 'Hello {{first_name}}, from now on you get “{{topic}}” from <business>: once a week at most, and only when there is something to tell. If you want to know anything, just reply here.',
      buttons: ['Visit us'],
    },
    newsletter: {
      header: 'News from <business>',
      body: 'Hello {{first_name}}, {{news}} There is more about it on our page.',
      buttons: ['Read on'],
    },
    back_in_stock: {
      header: 'Back at <business>',
      body: 'Hello {{first_name}}, you asked us to tell you: {{product}} is in stock again. This message comes only once.',
      buttons: ['Have a look'],
    },
    sale: {
      header: '{{discount}} at <business>',
      body: 'Hello {{first_name}}, until {{until}} you get {{discount}} on {{products}}. The code is on the button below; in the shop it is enough to show it.',
      buttons: ['To the offer'],
    },
    cart_reminder: {
      header: 'Your cart at <business>',
      body: 'Hello {{first_name}}, you put {{product}} into your cart. We keep it for you until {{until}}. If you have changed your mind, there is nothing to do.',
      buttons: ['To the cart'],
    },
    order_confirmed: {
      header: 'Your order',
      body: 'Hello {{first_name}}, we have received your order {{order}} over {{amount}}. As soon as it is on its way you hear from us again. Thank you, the team of <business>.',
      buttons: ['See the order'],
    },
    shipped: {
      header: 'On its way to you',
      body: 'Hello {{first_name}}, your order {{order}} from <business> is on its way. {{carrier}} will probably bring it to you on {{day}}.',
      buttons: ['Track the parcel'],
    },
    delivered: {
      header: 'It has arrived',
      body: 'Hello {{first_name}}, your order {{order}} from <business> was delivered today. Is something missing or broken? Then tap below and we will take care of it.',
      buttons: ['Something is wrong'],
    },
    booking_confirmed: {
      header: 'Your booking is confirmed',
      body: 'Hello {{first_name}}, we expect you on {{day}} at {{time}} at <business>, {{place}}. If something comes up, please cancel a day before.',
      buttons: ['Move it', 'Cancel it'],
    },
    appointment_reminder: {
      header: 'Your appointment',
      body: 'Hello {{first_name}}, see you on {{day}} at {{time}} at <business>, {{place}}. Does it still suit you?',
      buttons: ['I will come', 'Move it'],
    },
    boarding_reminder: {
      header: 'Almost time to leave',
      body: 'Hello {{first_name}}, {{connection}} with <business> leaves on {{day}} at {{time}} from {{gate}}. Your seat is {{seat}}. Please be there half an hour before.',
      buttons: ['Open the pass'],
    },
    feedback: {
      header: 'What did you think?',
      body: 'Hello {{first_name}}, you ordered from <business> a short while ago. Would you tell us in a minute what was good and what was not? We read every answer.',
      buttons: ['Tell us'],
    },
  },
  samples: {
    first_name: 'Mia',
    topic: 'News from the shop',
    news: 'from today our workshop is open on Saturdays as well.',
    product: 'the willow basket',
    products: 'all baskets',
    discount: '20% off',
    until: 'Sunday, 29 November',
    code: 'BASKET20',
    order: '4711',
    amount: '€35.90',
    carrier: 'The post',
    tracking: '00340',
    day: 'Friday, 27 November',
    time: '10:30',
    place: '5 Linden Street',
    connection: 'your train to Vienna',
    gate: 'platform 7',
    seat: '12A',
    booking: 'ab12cd',
  },
}
