import type { LanguageTexts } from '../cases.ts'

export const es: LanguageTexts = {
  texts: {
    double_opt_in: {
      header: '¿Has sido tú?',
      body: '¡Hola! Alguien se ha apuntado con este número a «{{topic}}» de <business>. Si has sido tú, toca Sí. Si no, toca No y no volveremos a escribirte.',
      buttons: ['Sí, he sido yo', 'No'],
    },
    welcome: {
      header: 'Nos alegra tenerte aquí',
      body: 'Hola {{first_name}}, a partir de ahora recibes «{{topic}}» de <business>: como mucho una vez por semana, y solo cuando hay algo que contar. Si quieres saber algo, responde aquí.',
      buttons: ['Visítanos'],
    },
    newsletter: {
      header: 'Novedades de <business>',
      body: 'Hola {{first_name}}, {{news}} El resto está en nuestra página.',
      buttons: ['Seguir leyendo'],
    },
    back_in_stock: {
      header: 'De nuevo en <business>',
      body: 'Hola {{first_name}}, querías saberlo: {{product}} vuelve a estar disponible. Este mensaje llega una sola vez.',
      buttons: ['Ver'],
    },
    sale: {
      header: '{{discount}} en <business>',
      body: 'Hola {{first_name}}, hasta el {{until}} tienes {{discount}} en {{products}}. El código está en el botón de abajo; en la tienda basta con enseñarlo.',
      buttons: ['Ver la oferta'],
    },
    cart_reminder: {
      header: 'Tu cesta en <business>',
      body: 'Hola {{first_name}}, has puesto {{product}} en la cesta. La guardamos para ti hasta el {{until}}. Si has cambiado de idea, no tienes que hacer nada.',
      buttons: ['Ver la cesta'],
    },
    order_confirmed: {
      header: 'Tu pedido',
      body: 'Hola {{first_name}}, hemos recibido tu pedido {{order}} por {{amount}}. En cuanto salga, te volvemos a escribir. Gracias, el equipo de <business>.',
      buttons: ['Ver el pedido'],
    },
    shipped: {
      header: 'De camino a tu casa',
      body: 'Hola {{first_name}}, tu pedido {{order}} de <business> está de camino. {{carrier}} lo entregará previsiblemente el {{day}} en tu casa.',
      buttons: ['Seguir el envío'],
    },
    delivered: {
      header: 'Ya ha llegado',
      body: 'Hola {{first_name}}, tu pedido {{order}} de <business> se ha entregado hoy. ¿Falta algo o está roto? Toca abajo y nos ocupamos de ello.',
      buttons: ['Algo no está bien'],
    },
    booking_confirmed: {
      header: 'Tu reserva está confirmada',
      body: 'Hola {{first_name}}, te esperamos el {{day}} a las {{time}} en <business>, {{place}}. Si no puedes venir, cancela por favor el día antes.',
      buttons: ['Cambiar', 'Cancelar'],
    },
    appointment_reminder: {
      header: 'Tu cita',
      body: 'Hola {{first_name}}, nos vemos el {{day}} a las {{time}} en <business>, {{place}}. ¿Te sigue viniendo bien?',
      buttons: ['Voy', 'Cambiar'],
    },
    boarding_reminder: {
      header: 'Pronto salimos',
      body: 'Hola {{first_name}}, {{connection}} con <business> sale el {{day}} a las {{time}} desde {{gate}}. Tu asiento es el {{seat}}. Ven por favor media hora antes.',
      buttons: ['Abrir el billete'],
    },
    feedback: {
      header: '¿Qué te ha parecido?',
      body: 'Hola {{first_name}}, hace poco pediste algo en <business>. ¿Nos cuentas en un minuto qué estuvo bien y qué no? Leemos todas las respuestas.',
      buttons: ['Dar mi opinión'],
    },
  },
  samples: {
    first_name: 'Mia',
    topic: 'Novedades de la tienda',
    news: 'desde hoy nuestro taller abre también los sábados.',
    product: 'el cesto de mimbre',
    products: 'todos los cestos',
    discount: '20 % de descuento',
    until: 'domingo 29 de noviembre',
    code: 'CESTO20',
    order: '4711',
    amount: '35,90 €',
    carrier: 'Correos',
    tracking: '00340',
    day: 'viernes 27 de noviembre',
    time: '10:30',
    place: 'calle de los Tilos 5',
    connection: 'tu tren a Viena',
    gate: 'la vía 7',
    seat: '12A',
    booking: 'ab12cd',
  },
}
