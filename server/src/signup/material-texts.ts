import type { ChatLanguage } from '../consent/index.ts'

interface MaterialParts {
  business: string
  topics: string
  link: string
  privacyUrl: string | null
}

interface MaterialTexts {
  subject: (business: string) => string
  mail: (parts: MaterialParts) => string
  banner: (business: string) => string
  headline: (business: string) => string
  how: (topics: string) => string
  leave: (privacyUrl: string | null) => string
}

/** Invitations to write first: who, about what, how it goes on, how to leave (C-07); no offer, no picture, no hurry (C-05). */
export const MATERIAL: Record<ChatLanguage, MaterialTexts> = {
  de: {
    subject: (business) => `${business} auf WhatsApp`,
    mail: ({ business, topics, link, privacyUrl }) =>
      `Hallo,\n\nwenn du möchtest, bekommst du Nachrichten von ${business} per WhatsApp: ${topics}.\n\nÖffne diesen Link und sende die vorbereitete Nachricht ab:\n${link}\n\nDanach fragen wir dich im Chat noch einmal. Erst mit deinem JA bist du angemeldet; wenn du nichts tust, schreiben wir dir nicht. Abmelden kannst du dich jederzeit mit STOP.${privacyUrl ? `\n\nDatenschutz: ${privacyUrl}` : ''}\n\n${business}`,
    banner: (business) => `Nachrichten von ${business} per WhatsApp? Schreib uns zuerst.`,
    headline: (business) => `${business} auf WhatsApp`,
    how: (topics) =>
      `${topics}. Code scannen und die vorbereitete Nachricht senden. Danach fragen wir dich im Chat noch einmal.`,
    leave: (privacyUrl) => `Abmelden jederzeit mit STOP.${privacyUrl ? ` Datenschutz: ${privacyUrl}` : ''}`,
  },
  en: {
    subject: (business) => `${business} on WhatsApp`,
    mail: ({ business, topics, link, privacyUrl }) =>
      `Hello,\n\nif you like, you can get messages from ${business} on WhatsApp: ${topics}.\n\nOpen this link and send the prepared message:\n${link}\n\nThen we ask you once more in the chat. You are signed up only with your YES; if you do nothing, we do not write to you. You can leave at any time with STOP.${privacyUrl ? `\n\nPrivacy: ${privacyUrl}` : ''}\n\n${business}`,
    banner: (business) => `Messages from ${business} on WhatsApp? Write to us first.`,
    headline: (business) => `${business} on WhatsApp`,
    how: (topics) =>
      `${topics}. Scan the code and send the prepared message. Then we ask you once more in the chat.`,
    leave: (privacyUrl) => `Leave at any time with STOP.${privacyUrl ? ` Privacy: ${privacyUrl}` : ''}`,
  },
  fr: {
    subject: (business) => `${business} sur WhatsApp`,
    mail: ({ business, topics, link, privacyUrl }) =>
      `Bonjour,\n\nsi tu le souhaites, tu peux recevoir des messages de ${business} par WhatsApp : ${topics}.\n\nOuvre ce lien et envoie le message préparé :\n${link}\n\nNous te poserons ensuite la question une fois encore dans la discussion. Ton inscription ne vaut qu’avec ton OUI ; si tu ne fais rien, nous ne t’écrivons pas. Désinscription à tout moment avec STOP.${privacyUrl ? `\n\nConfidentialité : ${privacyUrl}` : ''}\n\n${business}`,
    banner: (business) => `Des messages de ${business} par WhatsApp ? Écris-nous d’abord.`,
    headline: (business) => `${business} sur WhatsApp`,
    how: (topics) =>
      `${topics}. Scanne le code et envoie le message préparé. Nous te poserons ensuite la question une fois encore.`,
    leave: (privacyUrl) =>
      `Désinscription à tout moment avec STOP.${privacyUrl ? ` Confidentialité : ${privacyUrl}` : ''}`,
  },
  it: {
    subject: (business) => `${business} su WhatsApp`,
    mail: ({ business, topics, link, privacyUrl }) =>
      `Ciao,\n\nse vuoi, puoi ricevere messaggi da ${business} su WhatsApp: ${topics}.\n\nApri questo link e invia il messaggio già pronto:\n${link}\n\nPoi te lo chiediamo ancora una volta in chat. L’iscrizione vale solo con il tuo SÌ; se non fai nulla, non ti scriviamo. Puoi cancellarti in ogni momento con STOP.${privacyUrl ? `\n\nPrivacy: ${privacyUrl}` : ''}\n\n${business}`,
    banner: (business) => `Messaggi da ${business} su WhatsApp? Scrivici tu per primo.`,
    headline: (business) => `${business} su WhatsApp`,
    how: (topics) =>
      `${topics}. Scansiona il codice e invia il messaggio già pronto. Poi te lo chiediamo ancora una volta in chat.`,
    leave: (privacyUrl) =>
      `Cancellazione in ogni momento con STOP.${privacyUrl ? ` Privacy: ${privacyUrl}` : ''}`,
  },
  es: {
    subject: (business) => `${business} en WhatsApp`,
    mail: ({ business, topics, link, privacyUrl }) =>
      `Hola:\n\nsi quieres, puedes recibir mensajes de ${business} por WhatsApp: ${topics}.\n\nAbre este enlace y envía el mensaje preparado:\n${link}\n\nDespués te preguntamos una vez más en el chat. La suscripción solo vale con tu SÍ; si no haces nada, no te escribimos. Puedes darte de baja cuando quieras con STOP.${privacyUrl ? `\n\nPrivacidad: ${privacyUrl}` : ''}\n\n${business}`,
    banner: (business) => `¿Mensajes de ${business} por WhatsApp? Escríbenos tú primero.`,
    headline: (business) => `${business} en WhatsApp`,
    how: (topics) =>
      `${topics}. Escanea el código y envía el mensaje preparado. Después te preguntamos una vez más en el chat.`,
    leave: (privacyUrl) =>
      `Baja en cualquier momento con STOP.${privacyUrl ? ` Privacidad: ${privacyUrl}` : ''}`,
  },
  nl: {
    subject: (business) => `${business} op WhatsApp`,
    mail: ({ business, topics, link, privacyUrl }) =>
      `Hallo,\n\nals je wilt, krijg je berichten van ${business} via WhatsApp: ${topics}.\n\nOpen deze link en stuur het klaargezette bericht:\n${link}\n\nDaarna vragen we het je nog één keer in de chat. Je bent pas aangemeld met je JA; als je niets doet, schrijven we je niet. Afmelden kan altijd met STOP.${privacyUrl ? `\n\nPrivacy: ${privacyUrl}` : ''}\n\n${business}`,
    banner: (business) => `Berichten van ${business} via WhatsApp? Schrijf ons eerst.`,
    headline: (business) => `${business} op WhatsApp`,
    how: (topics) =>
      `${topics}. Scan de code en stuur het klaargezette bericht. Daarna vragen we het je nog één keer in de chat.`,
    leave: (privacyUrl) => `Afmelden kan altijd met STOP.${privacyUrl ? ` Privacy: ${privacyUrl}` : ''}`,
  },
}
