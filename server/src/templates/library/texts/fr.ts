import type { LanguageTexts } from '../cases.ts'

export const fr: LanguageTexts = {
  texts: {
    double_opt_in: {
      header: 'C’était toi ?',
      body: 'Bonjour ! Quelqu’un s’est inscrit avec ce numéro à « {{topic}} » de <business>. Si c’était toi, touche Oui. Sinon, touche Non et nous ne t’écrirons plus.',
      buttons: ['Oui, c’était moi', 'Non'],
    },
    welcome: {
      header: 'Ravis de t’accueillir',
      body: 'Bonjour {{first_name}}, tu reçois maintenant « {{topic}} » de <business> : une fois par semaine au plus, et seulement quand il y a quelque chose à raconter. Une question ? Réponds simplement ici.',
      buttons: ['Nous rendre visite'],
    },
    newsletter: {
      header: 'Des nouvelles de <business>',
      body: 'Bonjour {{first_name}}, {{news}} La suite se trouve sur notre page.',
      buttons: ['Lire la suite'],
    },
    back_in_stock: {
      header: 'De retour chez <business>',
      body: 'Bonjour {{first_name}}, tu voulais le savoir : {{product}} est de nouveau en stock. Ce message ne vient qu’une seule fois.',
      buttons: ['Voir l’article'],
    },
    sale: {
      header: '{{discount}} chez <business>',
      body: 'Bonjour {{first_name}}, jusqu’au {{until}} tu as {{discount}} sur {{products}}. Le code est sur le bouton ci-dessous ; en boutique, il suffit de le montrer.',
      buttons: ['Voir l’offre'],
    },
    cart_reminder: {
      header: 'Ton panier chez <business>',
      body: 'Bonjour {{first_name}}, tu as mis {{product}} dans ton panier. Nous le gardons pour toi jusqu’au {{until}}. Si tu as changé d’avis, il n’y a rien à faire.',
      buttons: ['Voir le panier'],
    },
    order_confirmed: {
      header: 'Ta commande',
      body: 'Bonjour {{first_name}}, nous avons bien reçu ta commande {{order}} de {{amount}}. Dès qu’elle sera en route, tu auras de nos nouvelles. Merci, l’équipe de <business>.',
      buttons: ['Voir la commande'],
    },
    shipped: {
      header: 'En route vers toi',
      body: 'Bonjour {{first_name}}, ta commande {{order}} de <business> est en route. {{carrier}} te l’apporte en principe le {{day}} chez toi.',
      buttons: ['Suivre le colis'],
    },
    delivered: {
      header: 'Bien arrivée',
      body: 'Bonjour {{first_name}}, ta commande {{order}} de <business> a été livrée aujourd’hui. Il manque quelque chose, ou c’est abîmé ? Touche le bouton et nous nous en occupons.',
      buttons: ['Il y a un problème'],
    },
    booking_confirmed: {
      header: 'Ta réservation est confirmée',
      body: 'Bonjour {{first_name}}, nous t’attendons le {{day}} à {{time}} chez <business>, {{place}}. En cas d’empêchement, préviens-nous la veille, s’il te plaît.',
      buttons: ['Déplacer', 'Annuler'],
    },
    appointment_reminder: {
      header: 'Ton rendez-vous',
      body: 'Bonjour {{first_name}}, on se voit le {{day}} à {{time}} chez <business>, {{place}}. Cela te convient toujours ?',
      buttons: ['Je viens', 'Déplacer'],
    },
    boarding_reminder: {
      header: 'Bientôt le départ',
      body: 'Bonjour {{first_name}}, {{connection}} avec <business> part le {{day}} à {{time}} de {{gate}}. Ta place est la {{seat}}. Sois là une demi-heure avant, s’il te plaît.',
      buttons: ['Ouvrir le billet'],
    },
    feedback: {
      header: 'Qu’en penses-tu ?',
      body: 'Bonjour {{first_name}}, tu as commandé il y a peu chez <business>. Peux-tu nous dire en une minute ce qui était bien et ce qui l’était moins ? Nous lisons chaque réponse.',
      buttons: ['Donner mon avis'],
    },
  },
  samples: {
    first_name: 'Mia',
    topic: 'Les nouvelles de la boutique',
    news: 'dès aujourd’hui, notre atelier est aussi ouvert le samedi.',
    product: 'le panier en osier',
    products: 'tous les paniers',
    discount: '20 % de remise',
    until: 'dimanche 29 novembre',
    code: 'PANIER20',
    order: '4711',
    amount: '35,90 €',
    carrier: 'La Poste',
    tracking: '00340',
    day: 'vendredi 27 novembre',
    time: '10h30',
    place: '5 rue des Tilleuls',
    connection: 'ton train pour Vienne',
    gate: 'la voie 7',
    seat: '12A',
    booking: 'ab12cd',
  },
}
