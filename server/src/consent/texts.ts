/** Languages in which we talk to people in the chat. */
export const CHAT_LANGUAGES = ['de', 'en', 'fr', 'it', 'es', 'nl'] as const
export type ChatLanguage = (typeof CHAT_LANGUAGES)[number]

/** The nearest language we speak: the person's own, else the business's. */
export function chatLanguage(wanted: string | null | undefined, fallback: string): ChatLanguage {
  const find = (tag: string | null | undefined) =>
    CHAT_LANGUAGES.find((known) => tag?.toLowerCase().split(/[-_]/)[0] === known)
  return find(wanted) ?? find(fallback) ?? 'en'
}

interface ChatTexts {
  yes: string
  no: string
  /** Closes the question; stands under the consent text. */
  ask: string
  welcome: (business: string, topics: string) => string
  refused: string
  receipt: (business: string) => string
  topicReceipt: (topic: string) => string
  already: (topics: string) => string
  /** To somebody who passed a sign-up on; `word` is what they may write themselves, null where no word signs up. */
  forwarded: (word: string | null) => string
  /** Asked once when a message may have meant STOP. */
  unclear: string
  leave: string
  keep: string
}

/** What Jawort itself says in a chat: short, without advertising (C-05, C-30), with the way out named. */
export const CHAT: Record<ChatLanguage, ChatTexts> = {
  de: {
    yes: 'JA',
    no: 'NEIN',
    ask: 'Bist du einverstanden? Bitte antworte mit einem der Knöpfe.',
    welcome: (business, topics) =>
      `Danke, du bist angemeldet: ${topics} von ${business}. Abmelden kannst du dich jederzeit: schreib einfach STOP.`,
    refused: 'In Ordnung, du bekommst keine Nachrichten von uns.',
    receipt: (business) =>
      `Du bist abgemeldet und bekommst keine Werbung mehr von ${business}. Auf deine Fragen antworten wir dir weiterhin.`,
    topicReceipt: (topic) => `Abgemeldet: ${topic}. Mit STOP meldest du dich von allem ab.`,
    already: (topics) => `Du bist bereits angemeldet: ${topics}. Abmelden kannst du dich jederzeit mit STOP.`,
    forwarded: (word) =>
      `Diese Nachricht wurde weitergeleitet, deshalb melden wir damit niemanden an. Wenn du dich selbst anmelden möchtest, ${word ? `schreib bitte ${word}.` : 'nimm bitte selbst unseren Link oder QR-Code.'}`,
    unclear:
      'Möchtest du keine Nachrichten mehr von uns bekommen? Bis du antwortest, schicken wir dir keine Werbung.',
    leave: 'Abmelden',
    keep: 'Weiter erhalten',
  },
  en: {
    yes: 'YES',
    no: 'NO',
    ask: 'Do you agree? Please answer with one of the buttons.',
    welcome: (business, topics) =>
      `Thank you, you are signed up: ${topics} from ${business}. You can leave at any time: just write STOP.`,
    refused: 'All right, you will not get messages from us.',
    receipt: (business) =>
      `You are signed off and will get no more advertising from ${business}. We still answer your questions.`,
    topicReceipt: (topic) => `Signed off: ${topic}. Write STOP to leave everything.`,
    already: (topics) => `You are signed up already: ${topics}. You can leave at any time with STOP.`,
    forwarded: (word) =>
      `This message was forwarded, so it signs nobody up. If you want to sign up yourself, ${word ? `please write ${word}.` : 'please use our link or QR code yourself.'}`,
    unclear: 'Would you like to stop getting messages from us? Until you answer we send you no advertising.',
    leave: 'Sign off',
    keep: 'Keep them coming',
  },
  fr: {
    yes: 'OUI',
    no: 'NON',
    ask: 'Es-tu d’accord ? Réponds avec l’un des boutons.',
    welcome: (business, topics) =>
      `Merci, ton inscription est confirmée : ${topics} de ${business}. Tu peux te désinscrire à tout moment : écris STOP.`,
    refused: 'C’est noté, tu ne recevras pas de messages de notre part.',
    receipt: (business) =>
      `Tu es désinscrit(e) et ne recevras plus de publicité de ${business}. Nous répondons toujours à tes questions.`,
    topicReceipt: (topic) => `Désinscription : ${topic}. Écris STOP pour tout arrêter.`,
    already: (topics) => `Tu es déjà inscrit(e) : ${topics}. Tu peux te désinscrire à tout moment avec STOP.`,
    forwarded: (word) =>
      `Ce message a été transféré, il n’inscrit donc personne. Pour t’inscrire toi-même, ${word ? `écris ${word}.` : 'utilise notre lien ou notre code QR.'}`,
    unclear:
      'Souhaites-tu ne plus recevoir nos messages ? D’ici ta réponse, nous ne t’envoyons pas de publicité.',
    leave: 'Me désinscrire',
    keep: 'Continuer',
  },
  it: {
    yes: 'SÌ',
    no: 'NO',
    ask: 'Sei d’accordo? Rispondi con uno dei pulsanti.',
    welcome: (business, topics) =>
      `Grazie, l’iscrizione è confermata: ${topics} di ${business}. Puoi cancellarti in ogni momento: scrivi STOP.`,
    refused: 'Va bene, non riceverai messaggi da noi.',
    receipt: (business) =>
      `Ti sei cancellato/a e non riceverai più pubblicità da ${business}. Continuiamo a rispondere alle tue domande.`,
    topicReceipt: (topic) => `Cancellazione: ${topic}. Scrivi STOP per cancellarti da tutto.`,
    already: (topics) => `Risulti già iscritto/a: ${topics}. Puoi cancellarti in ogni momento con STOP.`,
    forwarded: (word) =>
      `Questo messaggio è stato inoltrato, quindi non iscrive nessuno. Se vuoi iscriverti, ${word ? `scrivi ${word}.` : 'usa tu il nostro link o codice QR.'}`,
    unclear: 'Non vuoi più ricevere i nostri messaggi? Finché non rispondi non ti inviamo pubblicità.',
    leave: 'Cancellami',
    keep: 'Continua',
  },
  es: {
    yes: 'SÍ',
    no: 'NO',
    ask: '¿Estás de acuerdo? Responde con uno de los botones.',
    welcome: (business, topics) =>
      `Gracias, tu suscripción está confirmada: ${topics} de ${business}. Puedes darte de baja cuando quieras: escribe STOP.`,
    refused: 'De acuerdo, no recibirás mensajes nuestros.',
    receipt: (business) =>
      `Te has dado de baja y no recibirás más publicidad de ${business}. Seguimos respondiendo a tus preguntas.`,
    topicReceipt: (topic) => `Baja: ${topic}. Escribe STOP para darte de baja de todo.`,
    already: (topics) => `Ya tienes la suscripción: ${topics}. Puedes darte de baja cuando quieras con STOP.`,
    forwarded: (word) =>
      `Este mensaje fue reenviado, así que no suscribe a nadie. Si quieres suscribirte, ${word ? `escribe ${word}.` : 'usa nuestro enlace o código QR.'}`,
    unclear: '¿Quieres dejar de recibir nuestros mensajes? Hasta que respondas no te enviamos publicidad.',
    leave: 'Darme de baja',
    keep: 'Seguir recibiendo',
  },
  nl: {
    yes: 'JA',
    no: 'NEE',
    ask: 'Ga je akkoord? Antwoord met een van de knoppen.',
    welcome: (business, topics) =>
      `Bedankt, je bent aangemeld: ${topics} van ${business}. Je kunt je altijd afmelden: stuur STOP.`,
    refused: 'Prima, je krijgt geen berichten van ons.',
    receipt: (business) =>
      `Je bent afgemeld en krijgt geen reclame meer van ${business}. Je vragen beantwoorden we nog steeds.`,
    topicReceipt: (topic) => `Afgemeld: ${topic}. Stuur STOP om je voor alles af te melden.`,
    already: (topics) => `Je bent al aangemeld: ${topics}. Je kunt je altijd afmelden met STOP.`,
    forwarded: (word) =>
      `Dit bericht is doorgestuurd en meldt daarom niemand aan. Wil je jezelf aanmelden, ${word ? `stuur dan ${word}.` : 'gebruik dan zelf onze link of QR-code.'}`,
    unclear: 'Wil je geen berichten meer van ons krijgen? Tot je antwoordt sturen we je geen reclame.',
    leave: 'Afmelden',
    keep: 'Blijven ontvangen',
  },
}

interface WordingParts {
  business: string
  topic: string
  /** What will be sent, in the person's language, for example "Neuigkeiten und Tipps, etwa zweimal im Monat" */
  description: string
  privacyUrl: string
}

/** A complete consent text to start from; the business may reword it as long as nothing the law asks for is lost (C-07). */
export const STARTING_WORDING: Record<ChatLanguage, (parts: WordingParts) => string> = {
  de: ({ business, topic, description, privacyUrl }) =>
    `Ja, ${business} darf mir „${topic}“ per WhatsApp schicken: ${description}. Ich bin mindestens 16 Jahre alt. ` +
    `Meine Einwilligung kann ich jederzeit widerrufen, zum Beispiel mit STOP im Chat. Datenschutz: ${privacyUrl}`,
  en: ({ business, topic, description, privacyUrl }) =>
    `Yes, ${business} may send me “${topic}” on WhatsApp: ${description}. I am at least 16 years old. ` +
    `I can withdraw my consent at any time, for example by writing STOP in the chat. Privacy: ${privacyUrl}`,
  fr: ({ business, topic, description, privacyUrl }) =>
    `Oui, ${business} peut m’envoyer « ${topic} » par WhatsApp : ${description}. J’ai au moins 16 ans. ` +
    `Je peux retirer mon consentement à tout moment, par exemple en écrivant STOP. Confidentialité : ${privacyUrl}`,
  it: ({ business, topic, description, privacyUrl }) =>
    `Sì, ${business} può inviarmi «${topic}» su WhatsApp: ${description}. Ho almeno 16 anni. ` +
    `Posso revocare il consenso in ogni momento, per esempio scrivendo STOP. Privacy: ${privacyUrl}`,
  es: ({ business, topic, description, privacyUrl }) =>
    `Sí, ${business} puede enviarme «${topic}» por WhatsApp: ${description}. Tengo al menos 16 años. ` +
    `Puedo retirar mi consentimiento cuando quiera, por ejemplo escribiendo STOP. Privacidad: ${privacyUrl}`,
  nl: ({ business, topic, description, privacyUrl }) =>
    `Ja, ${business} mag mij “${topic}” via WhatsApp sturen: ${description}. Ik ben minstens 16 jaar. ` +
    `Ik kan mijn toestemming altijd intrekken, bijvoorbeeld door STOP te sturen. Privacy: ${privacyUrl}`,
}
