import type { LanguageTexts } from '../cases.ts'

export const de: LanguageTexts = {
  texts: {
    double_opt_in: {
      header: 'Warst du das?',
      body: 'Hallo! Mit dieser Nummer hat sich jemand für „{{topic}}“ von <business> angemeldet. Wenn du das warst, tippe auf Ja. Wenn nicht, tippe auf Nein, dann schreiben wir dir nicht wieder.',
      buttons: ['Ja, das war ich', 'Nein'],
    },
    welcome: {
      header: 'Schön, dass du da bist',
      body: 'Hallo {{first_name}}, du bekommst jetzt „{{topic}}“ von <business>: höchstens einmal in der Woche, und nur, wenn es etwas zu erzählen gibt. Wenn du etwas wissen möchtest, antworte einfach hier.',
      buttons: ['Zu uns'],
    },
    newsletter: {
      header: 'Neues von <business>',
      body: 'Hallo {{first_name}}, {{news}} Mehr dazu steht auf unserer Seite.',
      buttons: ['Weiterlesen'],
    },
    back_in_stock: {
      header: 'Wieder da bei <business>',
      body: 'Hallo {{first_name}}, du wolltest Bescheid wissen: {{product}} ist wieder vorrätig. Diese Nachricht kommt nur einmal.',
      buttons: ['Ansehen'],
    },
    sale: {
      header: '{{discount}} bei <business>',
      body: 'Hallo {{first_name}}, bis {{until}} bekommst du {{discount}} auf {{products}}. Der Code steht unten auf dem Knopf, im Laden genügt es, ihn zu zeigen.',
      buttons: ['Zum Angebot'],
    },
    cart_reminder: {
      header: 'Dein Warenkorb bei <business>',
      body: 'Hallo {{first_name}}, du hast {{product}} in den Warenkorb gelegt. Wir heben ihn bis {{until}} für dich auf. Wenn du es dir anders überlegt hast, musst du nichts tun.',
      buttons: ['Zum Warenkorb'],
    },
    order_confirmed: {
      header: 'Deine Bestellung',
      body: 'Hallo {{first_name}}, wir haben deine Bestellung {{order}} über {{amount}} erhalten. Sobald sie unterwegs ist, melden wir uns wieder. Danke, dein Team von <business>.',
      buttons: ['Bestellung ansehen'],
    },
    shipped: {
      header: 'Unterwegs zu dir',
      body: 'Hallo {{first_name}}, deine Bestellung {{order}} von <business> ist unterwegs. {{carrier}} bringt sie voraussichtlich am {{day}} zu dir.',
      buttons: ['Sendung verfolgen'],
    },
    delivered: {
      header: 'Angekommen',
      body: 'Hallo {{first_name}}, deine Bestellung {{order}} von <business> wurde heute zugestellt. Fehlt etwas oder ist etwas kaputt? Dann tippe unten, und wir kümmern uns darum.',
      buttons: ['Etwas stimmt nicht'],
    },
    booking_confirmed: {
      header: 'Deine Buchung steht',
      body: 'Hallo {{first_name}}, wir erwarten dich am {{day}} um {{time}} Uhr bei <business>, {{place}}. Wenn etwas dazwischenkommt, sag bitte einen Tag vorher ab.',
      buttons: ['Verschieben', 'Absagen'],
    },
    appointment_reminder: {
      header: 'Dein Termin',
      body: 'Hallo {{first_name}}, wir sehen uns am {{day}} um {{time}} Uhr bei <business>, {{place}}. Passt es noch?',
      buttons: ['Ich komme', 'Verschieben'],
    },
    boarding_reminder: {
      header: 'Gleich geht es los',
      body: 'Hallo {{first_name}}, {{connection}} mit <business> geht am {{day}} um {{time}} Uhr ab {{gate}}. Dein Platz ist {{seat}}. Bitte sei eine halbe Stunde vorher da.',
      buttons: ['Karte öffnen'],
    },
    feedback: {
      header: 'Deine Meinung zählt',
      body: 'Hallo {{first_name}}, du hast vor Kurzem bei <business> bestellt. Magst du uns in einer Minute sagen, was gut war und was nicht? Wir lesen jede Antwort.',
      buttons: ['Meinung sagen'],
    },
  },
  samples: {
    first_name: 'Mia',
    topic: 'Neues aus dem Laden',
    news: 'seit heute gibt es unsere Werkstatt auch am Samstag.',
    product: 'der Korb aus Weide',
    products: 'alle Körbe',
    discount: '20 % Rabatt',
    until: 'Sonntag, 29. November',
    code: 'KORB20',
    order: '4711',
    amount: '35,90 €',
    carrier: 'Die Post',
    tracking: '00340',
    day: 'Freitag, 27. November',
    time: '10:30',
    place: 'Lindenstraße 5',
    connection: 'dein Zug nach Wien',
    gate: 'Gleis 7',
    seat: '12A',
    booking: 'ab12cd',
  },
}
