import type { LanguageTexts } from '../cases.ts'

export const it: LanguageTexts = {
  texts: {
    double_opt_in: {
      header: 'Sei stato tu?',
      body: 'Ciao! Qualcuno si è iscritto con questo numero a “{{topic}}” di <business>. Se sei stato tu, tocca Sì. Altrimenti tocca No e non ti scriveremo più.',
      buttons: ['Sì, sono stato io', 'No'],
    },
    welcome: {
      header: 'Che bello averti qui',
      body: 'Ciao {{first_name}}, da adesso ricevi “{{topic}}” di <business>: al massimo una volta alla settimana, e solo quando c’è qualcosa da raccontare. Se vuoi sapere qualcosa, rispondi qui.',
      buttons: ['Vieni a trovarci'],
    },
    newsletter: {
      header: 'Novità da <business>',
      body: 'Ciao {{first_name}}, {{news}} Il resto lo trovi sulla nostra pagina.',
      buttons: ['Continua a leggere'],
    },
    back_in_stock: {
      header: 'Di nuovo da <business>',
      body: 'Ciao {{first_name}}, ci avevi chiesto di avvisarti: {{product}} è di nuovo disponibile. Questo messaggio arriva una volta sola.',
      buttons: ['Guarda'],
    },
    sale: {
      header: '{{discount}} da <business>',
      body: 'Ciao {{first_name}}, fino a {{until}} hai {{discount}} su {{products}}. Il codice è sul pulsante qui sotto; in negozio basta mostrarlo.',
      buttons: ['Vai all’offerta'],
    },
    cart_reminder: {
      header: 'Il tuo carrello da <business>',
      body: 'Ciao {{first_name}}, hai messo {{product}} nel carrello. Lo teniamo da parte per te fino a {{until}}. Se hai cambiato idea, non devi fare nulla.',
      buttons: ['Vai al carrello'],
    },
    order_confirmed: {
      header: 'Il tuo ordine',
      body: 'Ciao {{first_name}}, abbiamo ricevuto il tuo ordine {{order}} di {{amount}}. Appena parte ti scriviamo di nuovo. Grazie, il team di <business>.',
      buttons: ['Vedi l’ordine'],
    },
    shipped: {
      header: 'In viaggio verso di te',
      body: 'Ciao {{first_name}}, il tuo ordine {{order}} di <business> è in viaggio. {{carrier}} dovrebbe consegnarlo {{day}} a casa tua.',
      buttons: ['Segui il pacco'],
    },
    delivered: {
      header: 'È arrivato',
      body: 'Ciao {{first_name}}, il tuo ordine {{order}} di <business> è stato consegnato oggi. Manca qualcosa o è rotto? Tocca qui sotto e ce ne occupiamo noi.',
      buttons: ['Qualcosa non va'],
    },
    booking_confirmed: {
      header: 'La tua prenotazione',
      body: 'Ciao {{first_name}}, ti aspettiamo {{day}} alle {{time}} da <business>, {{place}}. Se hai un imprevisto, disdici per favore il giorno prima.',
      buttons: ['Sposta', 'Disdici'],
    },
    appointment_reminder: {
      header: 'Il tuo appuntamento',
      body: 'Ciao {{first_name}}, ci vediamo {{day}} alle {{time}} da <business>, {{place}}. Ti va ancora bene?',
      buttons: ['Ci sarò', 'Sposta'],
    },
    boarding_reminder: {
      header: 'Si parte',
      body: 'Ciao {{first_name}}, {{connection}} con <business> parte {{day}} alle {{time}} da {{gate}}. Il tuo posto è {{seat}}. Arriva per favore mezz’ora prima.',
      buttons: ['Apri il biglietto'],
    },
    feedback: {
      header: 'Che cosa ne pensi?',
      body: 'Ciao {{first_name}}, poco fa hai ordinato da <business>. Ci dici in un minuto che cosa è andato bene e che cosa no? Leggiamo ogni risposta.',
      buttons: ['Dì la tua'],
    },
  },
  samples: {
    first_name: 'Mia',
    topic: 'Novità dal negozio',
    news: 'da oggi il nostro laboratorio è aperto anche di sabato.',
    product: 'il cesto di vimini',
    products: 'tutti i cesti',
    discount: '20% di sconto',
    until: 'domenica 29 novembre',
    code: 'CESTO20',
    order: '4711',
    amount: '35,90 €',
    carrier: 'La posta',
    tracking: '00340',
    day: 'venerdì 27 novembre',
    time: '10:30',
    place: 'via dei Tigli 5',
    connection: 'il tuo treno per Vienna',
    gate: 'binario 7',
    seat: '12A',
    booking: 'ab12cd',
  },
}
