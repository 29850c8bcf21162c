import type { LanguageTexts } from '../cases.ts'

export const nl: LanguageTexts = {
  texts: {
    double_opt_in: {
      header: 'Was jij dit?',
      body: 'Hallo! Iemand heeft zich met dit nummer aangemeld voor ‘{{topic}}’ van <business>. Was jij dit, tik dan op Ja. Zo niet, tik op Nee en we schrijven je niet meer.',
      buttons: ['Ja, dat was ik', 'Nee'],
    },
    welcome: {
      header: 'Fijn dat je er bent',
      body: 'Hallo {{first_name}}, vanaf nu krijg je ‘{{topic}}’ van <business>: hooguit één keer per week, en alleen als er iets te vertellen is. Wil je iets weten, antwoord dan gewoon hier.',
      buttons: ['Naar ons'],
    },
    newsletter: {
      header: 'Nieuws van <business>',
      body: 'Hallo {{first_name}}, {{news}} Meer daarover lees je op onze pagina.',
      buttons: ['Verder lezen'],
    },
    back_in_stock: {
      header: 'Weer bij <business>',
      body: 'Hallo {{first_name}}, je wilde het weten: {{product}} is weer op voorraad. Dit bericht komt maar één keer.',
      buttons: ['Bekijken'],
    },
    sale: {
      header: '{{discount}} bij <business>',
      body: 'Hallo {{first_name}}, tot en met {{until}} krijg je {{discount}} op {{products}}. De code staat op de knop hieronder; in de winkel hoef je hem alleen te laten zien.',
      buttons: ['Naar de actie'],
    },
    cart_reminder: {
      header: 'Je winkelmand bij <business>',
      body: 'Hallo {{first_name}}, je hebt {{product}} in je winkelmand gelegd. We bewaren die voor je tot en met {{until}}. Heb je je bedacht, dan hoef je niets te doen.',
      buttons: ['Naar de winkelmand'],
    },
    order_confirmed: {
      header: 'Je bestelling',
      body: 'Hallo {{first_name}}, we hebben je bestelling {{order}} van {{amount}} ontvangen. Zodra die onderweg is, hoor je weer van ons. Bedankt, het team van <business>.',
      buttons: ['Bestelling bekijken'],
    },
    shipped: {
      header: 'Onderweg naar jou',
      body: 'Hallo {{first_name}}, je bestelling {{order}} van <business> is onderweg. {{carrier}} brengt die waarschijnlijk op {{day}} bij je langs.',
      buttons: ['Pakket volgen'],
    },
    delivered: {
      header: 'Aangekomen',
      body: 'Hallo {{first_name}}, je bestelling {{order}} van <business> is vandaag bezorgd. Ontbreekt er iets of is er iets kapot? Tik dan hieronder en wij regelen het.',
      buttons: ['Er klopt iets niet'],
    },
    booking_confirmed: {
      header: 'Je boeking staat vast',
      body: 'Hallo {{first_name}}, we verwachten je op {{day}} om {{time}} uur bij <business>, {{place}}. Komt er iets tussen, zeg dan graag een dag van tevoren af.',
      buttons: ['Verzetten', 'Afzeggen'],
    },
    appointment_reminder: {
      header: 'Je afspraak',
      body: 'Hallo {{first_name}}, we zien je op {{day}} om {{time}} uur bij <business>, {{place}}. Komt het nog uit?',
      buttons: ['Ik kom', 'Verzetten'],
    },
    boarding_reminder: {
      header: 'Bijna vertrek',
      body: 'Hallo {{first_name}}, {{connection}} met <business> vertrekt op {{day}} om {{time}} uur vanaf {{gate}}. Je plaats is {{seat}}. Wees er graag een half uur van tevoren.',
      buttons: ['Ticket openen'],
    },
    feedback: {
      header: 'Wat vond je ervan?',
      body: 'Hallo {{first_name}}, je hebt kort geleden bij <business> besteld. Wil je ons in een minuut vertellen wat goed was en wat niet? We lezen elk antwoord.',
      buttons: ['Mening geven'],
    },
  },
  samples: {
    first_name: 'Mia',
    topic: 'Nieuws uit de winkel',
    news: 'vanaf vandaag is onze werkplaats ook op zaterdag open.',
    product: 'de rieten mand',
    products: 'alle manden',
    discount: '20% korting',
    until: 'zondag 29 november',
    code: 'MAND20',
    order: '4711',
    amount: '€ 35,90',
    carrier: 'De post',
    tracking: '00340',
    day: 'vrijdag 27 november',
    time: '10.30',
    place: 'Lindestraat 5',
    connection: 'je trein naar Wenen',
    gate: 'spoor 7',
    seat: '12A',
    booking: 'ab12cd',
  },
}
