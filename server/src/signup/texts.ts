import type { ChatLanguage } from '../consent/index.ts'

const PREFILLED: Record<ChatLanguage, (business: string) => string> = {
  de: (business) => `Hallo ${business}, ich möchte Nachrichten per WhatsApp bekommen.`,
  en: (business) => `Hello ${business}, I would like to get messages on WhatsApp.`,
  fr: (business) => `Bonjour ${business}, j’aimerais recevoir des messages par WhatsApp.`,
  it: (business) => `Ciao ${business}, vorrei ricevere messaggi su WhatsApp.`,
  es: (business) => `Hola ${business}, me gustaría recibir mensajes por WhatsApp.`,
  nl: (business) => `Hallo ${business}, ik wil graag berichten via WhatsApp krijgen.`,
}

/** The message that stands ready in the person's chat; the code tells which page or poster it came from. */
export function prefilledText(language: ChatLanguage, business: string, code: string): string {
  return `${PREFILLED[language](business)} (Code ${code})`
}

/** Letters and digits of our codes, in brackets or alone, however the person edited around them or typed them off. */
const CODE = /\b[23456789A-HJ-NP-Z]{6,8}\b/g

/** Every word of the message that could be one of our codes. */
export function codesIn(text: string): string[] {
  return [...new Set(text.toUpperCase().match(CODE) ?? [])]
}

export interface WidgetTexts {
  title: string
  intro: string
  consent: string
  submit: string
  pickTopic: string
  phoneLabel: string
  phoneHint: string
  privacy: string
  imprint: string
  close: string
  scan: string
  send: string
  open: string
  retry: string
  error: string
  expired: string
}

/** What the bubble says (C-07, C-09): who, what for, how to leave; nothing is agreed to by opening it. */
export const WIDGET: Record<ChatLanguage, (business: string) => WidgetTexts> = {
  de: (business) => ({
    title: `${business} auf WhatsApp`,
    intro: 'Worüber möchtest du Nachrichten bekommen?',
    consent: 'Mit deiner Nachricht und deinem JA im Chat willigst du ein. Abmelden jederzeit mit STOP.',
    submit: 'Weiter zu WhatsApp',
    pickTopic: 'Bitte wähle mindestens ein Thema aus.',
    phoneLabel: 'Deine Handynummer (freiwillig)',
    phoneHint: 'Wir schreiben dieser Nummer nie von uns aus.',
    privacy: 'Datenschutz',
    imprint: 'Impressum',
    close: 'Nein, danke',
    scan: 'Scanne den Code mit deinem Handy und sende die vorbereitete Nachricht. Danach fragen wir dich im Chat noch einmal.',
    send: 'Sende die vorbereitete Nachricht. Danach fragen wir dich im Chat noch einmal.',
    open: 'WhatsApp öffnen',
    retry: 'Noch einmal versuchen',
    error: 'Das hat gerade nicht geklappt. Bitte versuche es noch einmal.',
    expired: 'Dieser Code ist abgelaufen. Bitte beginne noch einmal.',
  }),
  en: (business) => ({
    title: `${business} on WhatsApp`,
    intro: 'What would you like to hear about?',
    consent: 'You agree with your message and your YES in the chat. Leave at any time with STOP.',
    submit: 'Continue to WhatsApp',
    pickTopic: 'Please choose at least one topic.',
    phoneLabel: 'Your mobile number (optional)',
    phoneHint: 'We never write to this number first.',
    privacy: 'Privacy',
    imprint: 'Legal notice',
    close: 'No, thank you',
    scan: 'Scan the code with your phone and send the prepared message. We will then ask you once more in the chat.',
    send: 'Send the prepared message. We will then ask you once more in the chat.',
    open: 'Open WhatsApp',
    retry: 'Try again',
    error: 'That did not work just now. Please try again.',
    expired: 'This code has expired. Please start again.',
  }),
  fr: (business) => ({
    title: `${business} sur WhatsApp`,
    intro: 'Sur quels sujets souhaites-tu recevoir des messages ?',
    consent:
      'Tu donnes ton accord par ton message et ton OUI dans le chat. Désinscription à tout moment avec STOP.',
    submit: 'Continuer vers WhatsApp',
    pickTopic: 'Choisis au moins un sujet.',
    phoneLabel: 'Ton numéro de portable (facultatif)',
    phoneHint: 'Nous n’écrivons jamais en premier à ce numéro.',
    privacy: 'Confidentialité',
    imprint: 'Mentions légales',
    close: 'Non, merci',
    scan: 'Scanne le code avec ton téléphone et envoie le message préparé. Nous te poserons ensuite la question une fois encore.',
    send: 'Envoie le message préparé. Nous te poserons ensuite la question une fois encore.',
    open: 'Ouvrir WhatsApp',
    retry: 'Réessayer',
    error: 'Cela n’a pas fonctionné. Réessaie s’il te plaît.',
    expired: 'Ce code a expiré. Recommence s’il te plaît.',
  }),
  it: (business) => ({
    title: `${business} su WhatsApp`,
    intro: 'Su quali temi vuoi ricevere messaggi?',
    consent: 'Dai il consenso con il tuo messaggio e il tuo SÌ nella chat. Puoi cancellarti sempre con STOP.',
    submit: 'Continua su WhatsApp',
    pickTopic: 'Scegli almeno un tema.',
    phoneLabel: 'Il tuo numero di cellulare (facoltativo)',
    phoneHint: 'Non scriviamo mai per primi a questo numero.',
    privacy: 'Privacy',
    imprint: 'Note legali',
    close: 'No, grazie',
    scan: 'Scansiona il codice con il telefono e invia il messaggio pronto. Poi te lo chiediamo ancora una volta in chat.',
    send: 'Invia il messaggio pronto. Poi te lo chiediamo ancora una volta in chat.',
    open: 'Apri WhatsApp',
    retry: 'Riprova',
    error: 'Non ha funzionato. Riprova, per favore.',
    expired: 'Questo codice è scaduto. Ricomincia, per favore.',
  }),
  es: (business) => ({
    title: `${business} en WhatsApp`,
    intro: '¿Sobre qué temas quieres recibir mensajes?',
    consent:
      'Das tu consentimiento con tu mensaje y tu SÍ en el chat. Puedes darte de baja siempre con STOP.',
    submit: 'Continuar en WhatsApp',
    pickTopic: 'Elige al menos un tema.',
    phoneLabel: 'Tu número de móvil (opcional)',
    phoneHint: 'Nunca escribimos primero a este número.',
    privacy: 'Privacidad',
    imprint: 'Aviso legal',
    close: 'No, gracias',
    scan: 'Escanea el código con tu móvil y envía el mensaje preparado. Después te preguntamos una vez más en el chat.',
    send: 'Envía el mensaje preparado. Después te preguntamos una vez más en el chat.',
    open: 'Abrir WhatsApp',
    retry: 'Intentar de nuevo',
    error: 'No ha funcionado. Inténtalo de nuevo.',
    expired: 'Este código ha caducado. Empieza de nuevo.',
  }),
  nl: (business) => ({
    title: `${business} op WhatsApp`,
    intro: 'Waarover wil je berichten krijgen?',
    consent: 'Je geeft toestemming met je bericht en je JA in de chat. Afmelden kan altijd met STOP.',
    submit: 'Verder naar WhatsApp',
    pickTopic: 'Kies minstens één onderwerp.',
    phoneLabel: 'Je mobiele nummer (optioneel)',
    phoneHint: 'Wij schrijven dit nummer nooit als eerste.',
    privacy: 'Privacy',
    imprint: 'Colofon',
    close: 'Nee, bedankt',
    scan: 'Scan de code met je telefoon en stuur het klaargezette bericht. Daarna vragen we het je nog één keer in de chat.',
    send: 'Stuur het klaargezette bericht. Daarna vragen we het je nog één keer in de chat.',
    open: 'WhatsApp openen',
    retry: 'Opnieuw proberen',
    error: 'Dat lukte even niet. Probeer het opnieuw.',
    expired: 'Deze code is verlopen. Begin opnieuw.',
  }),
}
