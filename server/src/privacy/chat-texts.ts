import type { ChatLanguage } from '../consent/index.ts'

interface Texts {
  /** Neutral: says that it arrived and until when it is answered, nothing else. */
  received: (business: string, until: string) => string
  question: (business: string) => string
  yes: string
  no: string
}

const TEXTS: Record<ChatLanguage, Texts> = {
  de: {
    received: (business, until) =>
      `Deine Bitte um Auskunft ist bei ${business} angekommen. Du bekommst die Antwort spätestens am ${until}.`,
    question: (business) =>
      `Bei ${business} ist eine Anfrage zu deinen Daten eingegangen. Kommt sie von dir? Wenn nicht, passiert nichts.`,
    yes: 'Ja, von mir',
    no: 'Nein, nicht von mir',
  },
  en: {
    received: (business, until) =>
      `${business} has received your request for access to your data. You will get the answer by ${until} at the latest.`,
    question: (business) =>
      `${business} has received a request about your data. Is it from you? If not, nothing will happen.`,
    yes: 'Yes, from me',
    no: 'No, not from me',
  },
  fr: {
    received: (business, until) =>
      `${business} a bien reçu ta demande d’accès à tes données. Tu auras la réponse au plus tard le ${until}.`,
    question: (business) =>
      `${business} a reçu une demande concernant tes données. Vient-elle de toi ? Sinon, rien ne se passe.`,
    yes: 'Oui, de moi',
    no: 'Non, pas de moi',
  },
  it: {
    received: (business, until) =>
      `${business} ha ricevuto la tua richiesta di accesso ai dati. Avrai la risposta al più tardi il ${until}.`,
    question: (business) =>
      `${business} ha ricevuto una richiesta sui tuoi dati. Viene da te? Se no, non succede nulla.`,
    yes: 'Sì, da me',
    no: 'No, non da me',
  },
  es: {
    received: (business, until) =>
      `${business} ha recibido tu solicitud de acceso a tus datos. Tendrás la respuesta a más tardar el ${until}.`,
    question: (business) =>
      `${business} ha recibido una solicitud sobre tus datos. ¿Es tuya? Si no, no pasará nada.`,
    yes: 'Sí, es mía',
    no: 'No, no es mía',
  },
  nl: {
    received: (business, until) =>
      `${business} heeft je verzoek om inzage in je gegevens ontvangen. Je krijgt uiterlijk ${until} antwoord.`,
    question: (business) =>
      `${business} heeft een verzoek over je gegevens ontvangen. Komt het van jou? Zo niet, dan gebeurt er niets.`,
    yes: 'Ja, van mij',
    no: 'Nee, niet van mij',
  },
}

/** What a person reads who asked for access in the chat. */
export function accessReceived(business: string, due: Date, language: ChatLanguage): object {
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(due)
  return { type: 'text', text: { body: TEXTS[language].received(business, until) } }
}

/** The question whether a request comes from who has the number, with two buttons of the same kind. */
export function identityQuestion(requestId: string, business: string, language: ChatLanguage): object {
  const { question, yes, no } = TEXTS[language]
  return {
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: question(business) },
      action: {
        buttons: [
          { type: 'reply', reply: { id: `rights:yes:${requestId}`, title: yes } },
          { type: 'reply', reply: { id: `rights:no:${requestId}`, title: no } },
        ],
      },
    },
  }
}

/** Reads a button's payload; null when it is not one of ours. */
export function parseIdentityAnswer(payload: string): { requestId: string; answer: 'yes' | 'no' } | null {
  const [, answer, requestId] = /^rights:(yes|no):([0-9a-f-]{36})$/.exec(payload) ?? []
  return requestId ? { requestId, answer: answer === 'yes' ? 'yes' : 'no' } : null
}
