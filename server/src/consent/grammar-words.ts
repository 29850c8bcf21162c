import type { ChatLanguage } from './texts.ts'

/**
 * What a single word can do in a message.
 *
 * | role | as whole message | with fillers | in other text |
 * |---|---|---|---|
 * | `stop` ("stop", "cancel") and `list` ("abmelden": only ever said about lists) | stop | stop | unclear |
 * | `weak` ("basta", "baja": also ordinary words) | stop | stop | unclear beside a `subject`, else nothing |
 * | `alone` ("ende", "halt", "dur") | stop | unclear | nothing |
 * | `form` ("abgemeldet", "widerruf") | unclear | unclear | unclear |
 * | `loose` ("stopped") | unclear | unclear | unclear beside a `subject`, else nothing |
 *
 * `courtesy`, `subject` (messages, advertising), `offer` (also what people ask about) and `glue` (articles, pronouns)
 * are fillers. `yes`, `no`, `start` are answers.
 */
export type Role =
  | 'stop'
  | 'list'
  | 'weak'
  | 'alone'
  | 'form'
  | 'loose'
  | 'courtesy'
  | 'subject'
  | 'offer'
  | 'glue'
  | 'yes'
  | 'no'
  | 'start'

/** `any`: several languages or one in which Jawort does not answer (pt, pl, tr, …). */
export type WordLanguage = ChatLanguage | 'any'

/** Folded words per role and language; a word listed twice keeps its first role. */
export const WORDS: Record<Role, Partial<Record<WordLanguage, string>>> = {
  stop: {
    any: `stop stopp stoppen st0p sotp stpo stopstop stopall cancel cancle revoke iptal стоп توقف`,
    de: `kundigen kuendigen stopbitte bittestop`,
    fr: `arret arreter arretez arrete`,
  },
  list: {
    any: `optout wypisz wypiszcie descadastrar descadastre wyrejestruj afmeld frameld avregistrera odhlasit
      dezabonare odjava leiratkozas отписаться отпишите отписка відписатися відписатись`,
    de: `abmelden abmeldung abbestellen abbestellung austragen`,
    en: `unsubscribe unsub`,
    fr: `desabonner desabonnez desabonnement desinscrire desinscrivez desinscription`,
    it: `disiscrivi disiscrivimi disiscriviti disiscrivetemi disiscrivermi disiscriversi disiscrizione cancellami
      cancellatemi cancellarmi`,
    es: `desuscribir desuscribirme desuscribirse desuscripcion altano cancelarsuscripcion`,
    nl: `afmelden afmelding uitschrijven uitschrijving`,
  },
  weak: { any: `parar pare parem sair remover`, en: `quit`, es: `baja`, it: `basta` },
  alone: { any: `dur`, en: `end`, de: `halt ende raus` },
  form: {
    de: `abgemeldet abmelde abmeldet abzumelden abbestellt abbestelle abzubestellen auszutragen ausgetragen
      widerruf widerrufen widerrufe widerspruch kundigung kuendigung kuendige kundigt`,
    en: `unsubscribed unsubscribing unsubscribes`,
    fr: `desabonne desabonnee desinscrit desinscrite desinscris`,
    it: `disiscritto disiscritta cancellati cancellazione`,
    es: `desuscrito desuscrita desuscribo`,
    nl: `afgemeld uitgeschreven`,
  },
  loose: {
    any: `stops stoppe stoppt stopt stoppa stopped stopping gestoppt gestopt`,
    de: `kundige gekundigt gekuendigt aufhoren aufhoeren`,
    en: `cancelled canceled cancelling canceling cancels revoked`,
    fr: `resilier`,
    it: `smettere smettete smettetela smettila`,
    es: `cancelar cancela cancelen cancele dejen dejad`,
    nl: `ophouden opzeggen`,
  },
  courtesy: {
    any: `team ok okay sofort alle lutfen tesekkurler prosze dziekuje obrigado obrigada пожалуйста спасибо`,
    de: `bitte danke dankeschon jetzt alles endlich hallo servus moin gruezi liebes liebe gerne umgehend direkt
      komplett endgultig freundlichen freundliche viele herzliche herzlichen beste`,
    en: `please pls plz thanks thank you thx ty cheers now all everything asap immediately hi hey hello kindly guys
      forever completely sorry best kind`,
    fr: `merci svp stp vous bonjour salut bonsoir tout tous maintenant immediatement`,
    it: `grazie favore perfavore subito tutto tutti ciao buongiorno buonasera salve ora adesso`,
    es: `gracias favor porfavor porfa ya ahora todo todos hola inmediatamente`,
    nl: `aub alsjeblieft alstublieft graag dank bedankt nu meteen direct hoi hallo goedemorgen goedemiddag dankjewel`,
  },
  subject: {
    any: `newsletter newsletters spam sms whatsapp whatsapps mailing marketing promo promos mensagens mensagem
      publicidade mesaj mesajlar reklam reklamy wiadomosci msg msgs`,
    de: `werbung nachrichten nachricht werbenachrichten werbenachricht werbemails mitteilungen benachrichtigungen
      benachrichtigung verteiler mails`,
    en: `messages message texts ads advertising promotions notifications texting messaging`,
    fr: `messages message pub pubs publicite publicites notifications textos`,
    it: `messaggi messaggio pubblicita notifiche`,
    es: `mensajes mensaje publicidad notificaciones boletin`,
    nl: `berichten bericht reclame nieuwsbrief meldingen appjes`,
  },
  offer: {
    any: `news infos info`,
    de: `angebote neuigkeiten`,
    en: `offers deals updates alerts`,
    fr: `offres`,
    it: `offerte`,
    es: `ofertas promociones`,
    nl: `aanbiedingen`,
  },
  glue: {
    any: `me de la per via on m s l d mnie меня`,
    de: `mich mir vom von der die den dem eure euren eurem eurer ihre ihren ihrem ihrer diese dieser diesen fur aus
      euch und mit`,
    en: `the this these your my from of with for us and`,
    fr: `les des du vos votre ces moi aux au se et`,
    it: `dal dalla dai i gli le vostra vostri con il`,
    es: `los las del vuestra sus su el por`,
    nl: `het deze jullie uw mij van voor met`,
  },
  yes: {
    any: `ja si sim tak evet`,
    de: `jo jep jawohl japp einverstanden`,
    en: `yes yep yeah yup agree`,
    fr: `oui ouais`,
    it: `accetto`,
    es: `acepto`,
    nl: `akkoord`,
  },
  no: { any: `no non nee nao hayir`, de: `nein ne noe`, en: `nope` },
  start: {
    any: `start infostart optin`,
    de: `anmelden anmeldung abonnieren`,
    en: `subscribe join`,
    fr: `inscription inscrire abonner`,
    it: `iscrivimi iscrivermi iscrizione`,
    es: `alta suscribir suscribirme suscripcion`,
    nl: `aanmelden inschrijven abonneren`,
  },
}

/** Two words that are read as one. */
export const PAIRS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'opt out': 'optout',
    'opt in': 'optin',
    'alta no': 'altano',
    'cancelar suscripcion': 'cancelarsuscripcion',
    'un subscribe': 'unsubscribe',
    'ab melden': 'abmelden',
    'ab bestellen': 'abbestellen',
    'aus tragen': 'austragen',
    'af melden': 'afmelden',
    'uit schrijven': 'uitschrijven',
    'an melden': 'anmelden',
    'non stop': 'nonstop',
    'guten tag': 'hallo',
    'guten morgen': 'hallo',
    'guten abend': 'hallo',
    'vielen dank': 'danke',
    'good morning': 'hello',
    'buenos dias': 'hola',
    'buenas tardes': 'hola',
    'por favor': 'porfavor',
    'per favore': 'perfavore',
    's il': 'sil',
    'sil vous': 'silvous',
    'sil te': 'silte',
    'silvous plait': 'svp',
    'silte plait': 'stp',
    'right now': 'now',
  }),
)

const split = (words: string) => new Set(words.trim().split(/\s+/))

/**
 * Ordinary words one slip away from a stop word ("shoppen", "anmelden", "cancer"), found by comparing every stop word
 * with the word lists of eight languages: never read as typos.
 */
export const NEVER_A_TYPO = split(`
  afbelden afmeldden afmelken aftelden aftelden aufragen auftragen ausfragen auspragen austrage austragend austrager
  austragern austraten austrugen abbestellend abbestellten abmeldend abmelder bundigen caucel cancela cancele cancelo
  cancels cancelt cancer cantel carcel chancel cincel cancellai cancellarsi cancellarti cancellavi arrenter arretar
  arretee arretei arretera arretes arrentez arretiez jarreter jarretez desabonnera desabonnes desabonniez kondigen kundigem
  kundigend kundiger kundiges kundigten mundigen sundigen wundigen ophout optou output shoppen sloppen soppen stappen
  steppen stippen stoepen stolpen stompen stoopen stopen stopfen stopien stoppee stoppel stoppeln stoppend stopper stoppern
  stoppten stopten stroppen toppen stoep stolp stomp stoop stopa stope stopi stopo stopps stops stopf stopft stopu
  stopy stoppent stoppes opzout uitschrijver uitschrijvend wpiszcie wyciszcie`)

/** Too short or too close to ordinary words ("jarret", "evoke", "wpisz": "enter") to allow for typos. */
export const SPELLED_EXACTLY = split(
  `arret arrete revoke iptal wypisz cancle altano afmeld frameld odjava unsub`,
)

/** Turn the next words around: "bitte nicht abmelden", "don't stop". */
export const NEGATORS = split(`
  nicht nich net ned nie niemals kein keine keinen not dont never didnt doesnt isnt hasnt havent wont wouldnt
  shouldnt cant cannot couldnt ne n pas jamais no non mai niet nooit geen nunca nao nie not neither without ohne sans
  sin senza zonder`)

/** With these, a negated stop word is a complaint ("why won't you stop", "kann mich nicht abmelden"). */
export const COMPLAINTS = split(`
  warum wieso weshalb why pourquoi perche porque waarom didnt doesnt hasnt havent wont isnt trotzdem still encore
  ancora todavia`)

/** With these, a negated stop word that is about a list or messages is a complaint; else it is praise. */
export const INABILITIES = split(`
  kann konnte konnen geht ging klappt funktioniert cant cannot couldnt can could peux arrive marche posso riesco
  puedo funciona funziona kan lukt werkt consigo wie how comment como hoe`)

/** "Keine Werbung mehr, nur Angebote": a condition or someone else's words beside a clear phrase. */
export const HEDGES = split(`
  aber ausser nur wenn falls scherz spass witz sagte sagt meinte but only except if unless kidding joking jk said
  says sauf seulement si rigole dit tranne pero excepto salvo solo scherzo disse dijo broma maar behalve alleen als
  grapje zei`)

/** Begins a farewell; a name may follow. */
export const SIGN_OFFS = split(`
  lg vg mfg gruss grusse grussen gruessen gruesse grussle regards sincerely cordialement cdlt bisous saluti saludos groet groetjes
  groeten mvg`)
