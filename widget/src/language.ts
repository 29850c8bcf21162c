/** The few words the bubble must know before, or without, an answer of the server. */
export interface Words {
  label: string
  offline: string
  retry: string
  close: string
  send: string
  expired: string
}

const WORDS = {
  de: {
    label: 'Per WhatsApp anmelden',
    offline: 'Gerade keine Verbindung. Bitte gleich noch einmal versuchen.',
    retry: 'Noch einmal',
    close: 'Schließen',
    send: 'WhatsApp öffnet sich mit dieser fertigen Nachricht. Erst wenn sie abgeschickt ist, geht es weiter.',
    expired: 'Dieser Code ist abgelaufen.',
  },
  en: {
    label: 'Sign up on WhatsApp',
    offline: 'No connection right now. Please try again in a moment.',
    retry: 'Try again',
    close: 'Close',
    send: 'WhatsApp opens with this message ready. Nothing happens until you send it.',
    expired: 'This code has expired.',
  },
  fr: {
    label: 'S’inscrire sur WhatsApp',
    offline: 'Pas de connexion pour le moment. Veuillez réessayer dans un instant.',
    retry: 'Réessayer',
    close: 'Fermer',
    send: 'WhatsApp s’ouvre avec ce message prêt. Rien ne se passe avant son envoi.',
    expired: 'Ce code a expiré.',
  },
  it: {
    label: 'Iscriversi su WhatsApp',
    offline: 'Nessuna connessione al momento. Riprovare tra poco.',
    retry: 'Riprova',
    close: 'Chiudi',
    send: 'WhatsApp si apre con questo messaggio pronto. Non succede nulla finché non viene inviato.',
    expired: 'Questo codice è scaduto.',
  },
  es: {
    label: 'Suscribirse por WhatsApp',
    offline: 'No hay conexión en este momento. Inténtelo de nuevo enseguida.',
    retry: 'Reintentar',
    close: 'Cerrar',
    send: 'WhatsApp se abre con este mensaje listo. No ocurre nada hasta que se envía.',
    expired: 'Este código ha caducado.',
  },
  nl: {
    label: 'Aanmelden via WhatsApp',
    offline: 'Even geen verbinding. Probeer het zo nog eens.',
    retry: 'Opnieuw',
    close: 'Sluiten',
    send: 'WhatsApp opent met dit kant-en-klare bericht. Pas na het versturen gaat het verder.',
    expired: 'Deze code is verlopen.',
  },
} satisfies Record<string, Words>

export type Language = keyof typeof WORDS

/** The first wish (a BCP 47 tag such as `de-AT`) whose language the bubble speaks; `en` when there is none. */
export function pickLanguage(...wishes: (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const primary = wish?.trim().toLowerCase().split(/[-_]/)[0]
    if (isLanguage(primary)) return primary
  }
  return 'en'
}

/** The built-in words of a language. */
export function wordsOf(language: Language): Words {
  return WORDS[language]
}

function isLanguage(value: string | undefined): value is Language {
  return value !== undefined && Object.hasOwn(WORDS, value)
}
