import type { ChatLanguage } from './texts.ts'

/** One opt-in as the person did it, in words ready to be put into a sentence. */
export interface SubscriptionParts {
  topics: string
  /** When they wrote to us first, and when they said YES. */
  asked: string
  confirmed: string
  /** Already a phrase of this language, from `where`. */
  where: string
  /** Their own words, shortened; null when they only tapped. */
  words: string | null
}

interface SubscriptionTexts {
  writingWith: (business: string) => string
  subscribed: (parts: SubscriptionParts) => string
  /** Asked, not yet confirmed. */
  waiting: (topics: string) => string
  nothing: string
  where: {
    page: (url: string) => string
    poster: (name: string) => string
    link: (name: string) => string
    chat: string
  }
  leave: string
  privacy: (url: string) => string
}

/** The answer to INFO and WARUM: when, where and with which words somebody signed up, and the way out (C-74). */
export const SUBSCRIPTION: Record<ChatLanguage, SubscriptionTexts> = {
  de: {
    writingWith: (business) => `Du schreibst mit ${business}.`,
    subscribed: ({ topics, asked, confirmed, where, words }) =>
      `Du bist angemeldet für: ${topics}. Angefragt am ${asked} ${where}${words === null ? '' : `, mit deinen Worten: „${words}“`}. Mit JA bestätigt am ${confirmed}.`,
    waiting: (topics) =>
      `Eine Anmeldung wartet noch auf dein JA: ${topics}. Ohne JA schicken wir dir keine Werbung.`,
    nothing: 'Du bist für nichts angemeldet; wir schicken dir keine Werbung.',
    where: {
      page: (url) => `auf der Seite ${url}`,
      poster: (name) => `über den QR-Code „${name}“`,
      link: (name) => `über den Link „${name}“`,
      chat: 'hier im Chat',
    },
    leave: 'Abmelden kannst du dich jederzeit: schreib einfach STOP.',
    privacy: (url) => `Datenschutz: ${url}`,
  },
  en: {
    writingWith: (business) => `You are writing with ${business}.`,
    subscribed: ({ topics, asked, confirmed, where, words }) =>
      `You are signed up for: ${topics}. Asked for on ${asked} ${where}${words === null ? '' : `, in your words: “${words}”`}. Confirmed with YES on ${confirmed}.`,
    waiting: (topics) =>
      `A sign-up still waits for your YES: ${topics}. Without YES we send you no advertising.`,
    nothing: 'You are not signed up for anything; we send you no advertising.',
    where: {
      page: (url) => `on the page ${url}`,
      poster: (name) => `through the QR code “${name}”`,
      link: (name) => `through the link “${name}”`,
      chat: 'here in the chat',
    },
    leave: 'You can leave at any time: just write STOP.',
    privacy: (url) => `Privacy: ${url}`,
  },
  fr: {
    writingWith: (business) => `Tu écris à ${business}.`,
    subscribed: ({ topics, asked, confirmed, where, words }) =>
      `Tu es inscrit(e) à : ${topics}. Demande du ${asked} ${where}${words === null ? '' : `, avec tes mots : « ${words} »`}. Confirmée par OUI le ${confirmed}.`,
    waiting: (topics) =>
      `Une inscription attend encore ton OUI : ${topics}. Sans OUI, nous ne t’envoyons pas de publicité.`,
    nothing: 'Tu n’es inscrit(e) à rien ; nous ne t’envoyons pas de publicité.',
    where: {
      page: (url) => `sur la page ${url}`,
      poster: (name) => `par le code QR « ${name} »`,
      link: (name) => `par le lien « ${name} »`,
      chat: 'ici, dans la discussion',
    },
    leave: 'Tu peux te désinscrire à tout moment : écris STOP.',
    privacy: (url) => `Confidentialité : ${url}`,
  },
  it: {
    writingWith: (business) => `Stai scrivendo con ${business}.`,
    subscribed: ({ topics, asked, confirmed, where, words }) =>
      `Risulti iscritto/a a: ${topics}. Richiesta del ${asked} ${where}${words === null ? '' : `, con le tue parole: «${words}»`}. Confermata con SÌ il ${confirmed}.`,
    waiting: (topics) =>
      `Un’iscrizione attende ancora il tuo SÌ: ${topics}. Senza SÌ non ti inviamo pubblicità.`,
    nothing: 'Non risulti iscritto/a a nulla; non ti inviamo pubblicità.',
    where: {
      page: (url) => `sulla pagina ${url}`,
      poster: (name) => `tramite il codice QR «${name}»`,
      link: (name) => `tramite il link «${name}»`,
      chat: 'qui in chat',
    },
    leave: 'Puoi cancellarti in ogni momento: scrivi STOP.',
    privacy: (url) => `Privacy: ${url}`,
  },
  es: {
    writingWith: (business) => `Estás escribiendo con ${business}.`,
    subscribed: ({ topics, asked, confirmed, where, words }) =>
      `Tienes una suscripción a: ${topics}. Solicitada el ${asked} ${where}${words === null ? '' : `, con tus palabras: «${words}»`}. Confirmada con SÍ el ${confirmed}.`,
    waiting: (topics) => `Una suscripción espera todavía tu SÍ: ${topics}. Sin SÍ no te enviamos publicidad.`,
    nothing: 'No tienes ninguna suscripción; no te enviamos publicidad.',
    where: {
      page: (url) => `en la página ${url}`,
      poster: (name) => `con el código QR «${name}»`,
      link: (name) => `con el enlace «${name}»`,
      chat: 'aquí en el chat',
    },
    leave: 'Puedes darte de baja cuando quieras: escribe STOP.',
    privacy: (url) => `Privacidad: ${url}`,
  },
  nl: {
    writingWith: (business) => `Je schrijft met ${business}.`,
    subscribed: ({ topics, asked, confirmed, where, words }) =>
      `Je bent aangemeld voor: ${topics}. Aangevraagd op ${asked} ${where}${words === null ? '' : `, in jouw woorden: “${words}”`}. Bevestigd met JA op ${confirmed}.`,
    waiting: (topics) => `Een aanmelding wacht nog op je JA: ${topics}. Zonder JA sturen we je geen reclame.`,
    nothing: 'Je bent nergens voor aangemeld; we sturen je geen reclame.',
    where: {
      page: (url) => `op de pagina ${url}`,
      poster: (name) => `via de QR-code “${name}”`,
      link: (name) => `via de link “${name}”`,
      chat: 'hier in de chat',
    },
    leave: 'Je kunt je altijd afmelden: stuur STOP.',
    privacy: (url) => `Privacy: ${url}`,
  },
}
