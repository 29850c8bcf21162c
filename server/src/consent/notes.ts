import type { ChatLanguage } from './texts.ts'

interface Notes {
  /** To somebody who says to be younger than the business admits. */
  tooYoung: (minimumAge: number) => string
  /** After one topic was left: which one, and which stay. */
  stays: (topic: string, others: string) => string
  /** The receipt after a YES, where the business gives one: what, when and by which version of the text. */
  receipt: (parts: ReceiptParts) => string
}

interface ReceiptParts {
  business: string
  topics: string
  date: string
  version: string
}

/** Short notices of the chat about the person's consents: without advertising, with the way out named (C-05, C-30). */
export const NOTES: Record<ChatLanguage, Notes> = {
  de: {
    tooYoung: (age) =>
      `Danke für den Hinweis. Unsere Nachrichten sind für Menschen ab ${age} Jahren. Wir schicken dir keine Werbung; jemand aus dem Team sieht es sich an.`,
    stays: (topic, others) =>
      `Abgemeldet: ${topic}. Weiter bekommst du: ${others}. Mit STOP meldest du dich von allem ab.`,
    receipt: ({ business, topics, date, version }) =>
      `Beleg deiner Einwilligung: ${topics} von ${business} per WhatsApp, am ${date}, nach unserem Text ${version}. Widerrufen kannst du jederzeit: schreib STOP.`,
  },
  en: {
    tooYoung: (age) =>
      `Thank you for telling us. Our messages are for people of ${age} years and older. We send you no advertising; somebody of the team will look at it.`,
    stays: (topic, others) =>
      `Signed off: ${topic}. You still get: ${others}. Write STOP to leave everything.`,
    receipt: ({ business, topics, date, version }) =>
      `Receipt of your consent: ${topics} from ${business} on WhatsApp, on ${date}, by our text ${version}. You can withdraw it at any time: write STOP.`,
  },
  fr: {
    tooYoung: (age) =>
      `Merci de nous l’avoir dit. Nos messages s’adressent aux personnes d’au moins ${age} ans. Nous ne t’envoyons pas de publicité ; quelqu’un de l’équipe va regarder.`,
    stays: (topic, others) =>
      `Désinscription : ${topic}. Tu reçois encore : ${others}. Écris STOP pour tout arrêter.`,
    receipt: ({ business, topics, date, version }) =>
      `Reçu de ton consentement : ${topics} de ${business} par WhatsApp, le ${date}, selon notre texte ${version}. Tu peux le retirer à tout moment : écris STOP.`,
  },
  it: {
    tooYoung: (age) =>
      `Grazie per avercelo detto. I nostri messaggi sono per chi ha almeno ${age} anni. Non ti inviamo pubblicità; qualcuno del team darà un’occhiata.`,
    stays: (topic, others) =>
      `Cancellazione: ${topic}. Continui a ricevere: ${others}. Scrivi STOP per cancellarti da tutto.`,
    receipt: ({ business, topics, date, version }) =>
      `Ricevuta del tuo consenso: ${topics} di ${business} su WhatsApp, il ${date}, secondo il nostro testo ${version}. Puoi revocarlo in ogni momento: scrivi STOP.`,
  },
  es: {
    tooYoung: (age) =>
      `Gracias por decírnoslo. Nuestros mensajes son para personas de ${age} años o más. No te enviamos publicidad; alguien del equipo lo revisará.`,
    stays: (topic, others) =>
      `Baja: ${topic}. Sigues recibiendo: ${others}. Escribe STOP para darte de baja de todo.`,
    receipt: ({ business, topics, date, version }) =>
      `Recibo de tu consentimiento: ${topics} de ${business} por WhatsApp, el ${date}, según nuestro texto ${version}. Puedes retirarlo cuando quieras: escribe STOP.`,
  },
  nl: {
    tooYoung: (age) =>
      `Bedankt dat je het zegt. Onze berichten zijn voor mensen van ${age} jaar en ouder. We sturen je geen reclame; iemand van het team bekijkt het.`,
    stays: (topic, others) =>
      `Afgemeld: ${topic}. Je krijgt nog wel: ${others}. Stuur STOP om je voor alles af te melden.`,
    receipt: ({ business, topics, date, version }) =>
      `Bewijs van je toestemming: ${topics} van ${business} via WhatsApp, op ${date}, volgens onze tekst ${version}. Je kunt haar altijd intrekken: stuur STOP.`,
  },
}
