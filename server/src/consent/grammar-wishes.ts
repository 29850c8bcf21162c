import type { ChatLanguage } from './texts.ts'

/** What people ask the chat itself for: why they get messages, what is kept about them, their settings. */
export type WishKind = 'info' | 'access' | 'settings'

type ByLanguage = readonly (readonly [ChatLanguage | undefined, string])[]

/**
 * Whole messages, greetings and thanks left out. `undefined`: alike in several languages, or one in which Jawort does
 * not answer.
 */
const WISHES: Record<WishKind, ByLanguage> = {
  info: [
    [undefined, 'info'],
    [
      'de',
      'warum|wieso|weshalb|wer seid ihr|wer sind sie|wer ist da|wer ist das|(?:warum|wieso|weshalb) (?:bekomme|erhalte|kriege) ich (?:das|diese|eure|ihre|solche) ?(?:nachrichten?|werbung|mails?|whatsapps?)?|' +
        '(?:warum|wieso|weshalb) (?:schreibt|schickt|kontaktiert) ihr mi(?:r|ch)(?: (?:das|diese nachrichten|werbung))?|(?:warum|wieso|weshalb) (?:schreiben|schicken|kontaktieren) sie mi(?:r|ch)|' +
        '(?:woher|wie) (?:habt ihr|haben sie|kennt ihr|kommt ihr an|kommen sie an) (?:bitte )?meine (?:handy ?|telefon)?nummer|(?:wofur|wozu|wann|wo) habe? ich mich (?:hier |bei euch |dafur )?(?:angemeldet|registriert|eingetragen)|' +
        'wofur bin ich (?:hier )?angemeldet|wozu habe ich zugestimmt',
    ],
    [
      'en',
      'why|why me|who is this|whos this|who are(?: you)?|why (?:am i|do i) (?:getting|receiving|get|receive) (?:this|these|your|such)(?: (?:messages?|texts?|ads|spam))?|why are you (?:texting|messaging|contacting|writing to) me|' +
        '(?:how|where) did you get my (?:phone )?number|(?:when|where|how) did i (?:sign up|subscribe|agree|consent)(?: (?:for|to) this)?|what did i (?:sign up for|subscribe to|agree to)',
    ],
    [
      'fr',
      'pourquoi|qui etes(?: vous)?|c est qui|qui est ce|pourquoi (?:est ce que )?je recois (?:ca|ces|cela|vos|ce)(?: (?:messages?|pubs?|publicites?))?|pourquoi m ecrivez(?: vous)?|pourquoi (?:me|vous me) (?:contactez|ecrivez)(?: vous)?|' +
        '(?:comment|ou) (?:avez )?(?:vous )?(?:eu|obtenu|trouve) mon numero|d ou avez vous (?:eu )?mon numero|(?:quand|ou|comment) (?:est ce que )?je me suis inscrite?|a quoi suis je inscrite?',
    ],
    [
      'it',
      'perche|chi siete|chi sei|chi e|perche (?:ricevo|mi arrivano|mi arriva) (?:questi|questo|i vostri|i)(?: (?:messaggi|messaggio))?|perche mi (?:scrivete|contattate)|' +
        '(?:come|dove) avete (?:avuto|preso|trovato) il mio numero|(?:quando|dove|come) mi sono iscritt[oa]|a cosa sono iscritt[oa]',
    ],
    [
      'es',
      'porque|por que|quienes sois|quien eres|quienes son|quien es|(?:por que|porque) (?:recibo|me llegan|me llega) (?:esto|estos|este|sus|vuestros)(?: (?:mensajes?))?|(?:por que|porque) me (?:escribis|escriben|contactan|contactais)|' +
        '(?:como|de donde) (?:habeis|han) (?:conseguido|obtenido|sacado) mi numero|de donde (?:teneis|tienen) mi numero|(?:cuando|donde|como) me (?:suscribi|inscribi|apunte)|a que estoy suscrit[oa]',
    ],
    [
      'nl',
      'waarom|wie zijn jullie|wie ben je|wie is dit|waarom (?:krijg|ontvang) ik (?:dit|deze|jullie)(?: (?:berichten|bericht|appjes))?|waarom (?:stuur|app|benader)(?:en|t)? (?:jullie|je|u) mij|' +
        'hoe (?:komen|kom|komt) (?:jullie|je|u) aan mijn nummer|(?:wanneer|waar) heb ik (?:mij|me) (?:aangemeld|ingeschreven)|waarvoor ben ik aangemeld',
    ],
    [undefined, 'quem e|como conseguiram meu numero|dlaczego|skad macie moj numer|neden|kimsiniz'],
  ],
  access: [
    [
      'de',
      '(?:daten|selbst|dsgvo )?auskunft|(?:bitte )?(?:um )?(?:daten)?auskunft (?:uber|zu) (?:meine|meinen) (?:personenbezogenen )?daten|(?:dsgvo )?(?:daten)?auskunft (?:nach|gemass|gem|laut) (?:art |artikel )?15(?: (?:ds ?gvo|abs 1 dsgvo))?|' +
        '(?:ich |hiermit )*(?:mochte|moechte|will|verlange|beantrage|fordere|wunsche|bitte um|hatte gern)(?: (?:ich|hiermit|um|eine|gern))* (?:daten|selbst)?auskunft(?: (?:uber|zu) (?:meine|meinen) (?:gespeicherten |personenbezogenen )?daten| (?:nach|gemass|gem) (?:art |artikel )?15(?: dsgvo)?)?|um auskunft|' +
        'meine daten|meine daten (?:anfordern|ansehen|sehen|herunterladen)|was (?:wisst ihr|wissen sie|speichert ihr|habt ihr) (?:uber|von) (?:mich|mir)(?: gespeichert)?|' +
        'welche daten (?:habt|speichert|verarbeitet|haben|speichern|verarbeiten) (?:ihr|sie) (?:uber|von|zu) (?:mich|mir)(?: gespeichert)?',
    ],
    [
      'en',
      'access|(?:data )?access request|(?:subject access|data) request|dsar|my data|access to my data|(?:i want|id like|i would like|show me|send me|request)(?: (?:to see|access to|a copy of))? my (?:personal )?data|' +
        'what (?:personal )?data do you (?:have|hold|store|keep) (?:about|on|of) me|what do you know about me',
    ],
    [
      'fr',
      'acces|mes donnees|droit d acces|demande d acces|acces a mes donnees|(?:je (?:veux|voudrais|souhaite) (?:acceder a|voir|obtenir) )?mes donnees personnelles|je (?:veux|voudrais|souhaite) (?:acceder a|voir|obtenir|recevoir) mes donnees|' +
        'quelles donnees (?:avez(?: vous)?|conservez(?: vous)?|gardez(?: vous)?) sur moi|que savez vous sur moi',
    ],
    [
      'it',
      'accesso|accesso ai (?:miei )?dati|richiesta (?:di )?accesso(?: ai dati)?|(?:i )?miei dati(?: personali)?|(?:vorrei|voglio) (?:vedere|accedere ai|ricevere) (?:i )?miei dati|(?:quali|che) dati avete (?:su di me|di me)|cosa sapete di me',
    ],
    [
      'es',
      'acceso|(?:solicitud|derecho) de acceso|acceso a (?:mis|los) datos|mis datos(?: personales)?|(?:quiero|quisiera) (?:ver|acceder a|recibir) mis datos|que datos (?:teneis|tienen|guardan|guardais) (?:sobre|de) mi|que sab(?:eis|en) de mi',
    ],
    [
      'nl',
      'inzage|inzageverzoek|inzage in mijn gegevens|mijn gegevens|(?:ik wil )?(?:mijn gegevens )?(?:inzien|opvragen)|ik wil mijn gegevens (?:inzien|opvragen|zien)|welke gegevens (?:hebben|bewaren|heeft|heb) (?:jullie|u|je) (?:van|over) mij|wat weten jullie (?:van|over) mij',
    ],
    [undefined, '(?:os )?meus dados|moje dane|wgl[a]d do danych|verilerim|kisisel verilerim'],
  ],
  settings: [
    [undefined, 'preferences|preferencias'],
    [
      'de',
      'einstellungen?|einstellungen (?:andern|aendern|anpassen|bearbeiten|offnen)|praferenzen|themen|(?:meine )?themen (?:andern|aendern|wahlen|auswahlen|verwalten|anpassen)|meine (?:einstellungen|themen)|abo verwalten|newsletter verwalten',
    ],
    [
      'en',
      '(?:my )?(?:settings|preferences)|(?:change|manage|update|edit) (?:my )?(?:settings|preferences|topics|subscription)|my (?:topics|subscriptions)',
    ],
    [
      'fr',
      'reglages|parametres|(?:mes|mon) (?:preferences|reglages|parametres|abonnement)|(?:modifier|changer|gerer) (?:mes|les|mon) (?:preferences|reglages|parametres|themes|abonnement)',
    ],
    [
      'it',
      'impostazioni|preferenze|le mie (?:preferenze|impostazioni)|(?:modifica|modificare|cambia|cambiare|gestisci|gestire)(?: le)?(?: mie)? (?:preferenze|impostazioni)',
    ],
    [
      'es',
      'ajustes|configuracion|mis (?:preferencias|ajustes)|(?:cambiar|modificar|gestionar)(?: (?:mis|los|las))? (?:preferencias|ajustes|temas)',
    ],
    [
      'nl',
      'instellingen|voorkeuren|mijn (?:voorkeuren|instellingen)|(?:mijn )?(?:voorkeuren|instellingen) (?:wijzigen|aanpassen|beheren)',
    ],
    [undefined, 'configuracoes|definicoes|ustawienia|ayarlar'],
  ],
}

const READY = (['info', 'access', 'settings'] as const).flatMap((kind) =>
  WISHES[kind].map(([language, pattern]) => ({ kind, language, whole: new RegExp(`^(?:${pattern})$`) })),
)

/**
 * Reads a wish out of a whole message.
 * @param line the message's folded words without greetings, thanks and "please", joined by one space
 */
export function readWish(line: string): { kind: WishKind; language: ChatLanguage | undefined } | null {
  const found = READY.find(({ whole }) => whole.test(line))
  return found ? { kind: found.kind, language: found.language } : null
}
