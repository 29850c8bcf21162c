import type { Clause } from './grammar-normalise.ts'
import { HEDGES } from './grammar-words.ts'
import type { ChatLanguage } from './texts.ts'

/**
 * "You have reached somebody else", as a clause of its own. After such words everything about the number goes, so they
 * are taken at their word only when they stand clearly.
 */
const SOURCES: readonly (readonly [ChatLanguage | undefined, readonly string[]])[] = [
  [
    'de',
    [
      '(?:(?:hallo|hi|sorry|nein|entschuldigung|ich|glaube|denke|da|hier|ist|das|sind|sie|ihr|du|habt|haben|hast|wohl|leider|aber|die|der|eine|bei|mir|ne|wahrscheinlich|vermutlich|wir) )*falsche[nr]? (?:handynummer|telefonnummer|nummer|person|empfanger)(?: (?:erwischt|gewahlt|angeschrieben|hier|sorry|erreicht|leider|gespeichert|kontaktiert))*',
      '(?:(?:sorry|sie|ihr|sind|seid|leider|da|hier) )*falsch verbunden',
      '(?:ich bin|das bin ich|hier ist) nicht (?:die|der) (?:richtige )?(?:person|empfanger|inhaber|inhaberin|kundin|kunde)(?: (?:die|den) (?:ihr|sie) (?:sucht|suchen|meint|meinen))?',
      '(?:diese|die) (?:handynummer|telefonnummer|nummer) gehort (?:jetzt |inzwischen |nun |mittlerweile )?(?:zu )?(?:jemand|jemandem) ander(?:s|em|en|es)',
      '(?:diese|die) (?:handynummer|telefonnummer|nummer) gehort (?:jetzt|inzwischen|nun|mittlerweile) mir',
      '(?:das|dies) ist nicht mehr (?:seine|ihre) (?:handynummer|telefonnummer|nummer)',
      '(?:ich )?habe? diese nummer (?:neu|gerade erst|erst seit kurzem)(?: (?:bekommen|erhalten))?',
    ],
  ],
  [
    'en',
    [
      '(?:(?:hi|hello|sorry|no|i|think|guess|believe|you|have|ve|youve|got|this|is|its|it|s|thats|the|a|texted|called|reached|must|u) )*wrong (?:phone )?(?:number|person|guy|lady)(?: (?:sorry|mate|here|buddy|friend))*',
      '(?:sorry )?(?:im|i am) not (?:the person|who|the one) (?:you are|youre|you re) looking for',
      'this (?:phone )?number (?:now )?belongs to (?:someone|somebody) else(?: now)?',
      '(?:this|that|it) (?:isnt|is not) (?:his|her|their) (?:phone )?number(?: anymore| any more)?',
      '(?:this|that|it) (?:is )?no longer (?:his|her|their) (?:phone )?number',
      '(?:i )?(?:just|only just|recently) got this (?:phone )?number',
      '(?:im|i am) the new owner of this (?:phone )?number',
    ],
  ],
  [
    'fr',
    [
      '(?:(?:bonjour|desole|non|je|pense|crois|que|vous|avez|faites|c|est|ce|le|un|tu|as) )*(?:mauvais|faux) numero(?: (?:desole|merci))?',
      '(?:(?:desole|je|pense|crois|que) )*vous (?:vous trompez|faites erreur|vous etes trompes?) de (?:numero|personne)',
      '(?:c est )?(?:une )?erreur de (?:numero|personne)',
      '(?:c est )?(?:la )?mauvaise personne',
      'ce numero (?:appartient|est) (?:maintenant )?a quelqu un d autre',
      '(?:ce n est|c est) plus son numero',
    ],
  ],
  [
    'it',
    [
      '(?:(?:ciao|scusate|scusi|no|credo|che|abbia|abbiate|penso|avete|ha|hai|e|il|un|mi|sa|forse) )*(?:numero sbagliato|sbagliato numero|sbagliato persona|persona sbagliata)(?: (?:scusate|grazie))?',
      'non sono (?:io )?la persona che cercate',
      'questo numero (?:ora )?(?:e|appartiene) (?:ora )?(?:a|di) (?:un altra persona|qualcun altro)',
    ],
  ],
  [
    'es',
    [
      '(?:(?:hola|perdon|lo|siento|no|creo|que|tienen|teneis|es|el|un|tiene|tienes) )*(?:numero|persona) equivocad[oa](?: (?:lo siento|gracias))?',
      '(?:(?:perdon|creo|que|lo|siento) )*(?:se (?:han?|ha)|os habeis|te has) (?:equivocado|confundido) de (?:numero|persona)',
      'no soy (?:yo )?(?:la persona|quien|a quien) (?:que )?(?:buscan|buscais|busca|buscas)',
      'este numero (?:ahora )?(?:es|pertenece) (?:ahora )?(?:a|de) otra persona',
    ],
  ],
  [
    'nl',
    [
      '(?:(?:hallo|hoi|sorry|nee|ik|denk|dat|dit|is|u|je|jullie|heeft|hebt|hebben|het|de|een) )*(?:verkeerde? nummer|verkeerde persoon)(?: (?:sorry|helaas))?',
      '(?:sorry )?verkeerd verbonden',
      'ik ben niet (?:de persoon|degene) die (?:jullie|u|je) (?:zoeken|zoekt)',
      'dit nummer is (?:nu )?van iemand anders',
    ],
  ],
  [
    undefined,
    [
      '(?:(?:desculpe|acho|que|e) )*(?:numero errado|pessoa errada)',
      '(?:(?:to|przepraszam|chyba) )*(?:zly|bledny|niewlasciwy) numer|pomylka',
      'yanlis (?:numara|kisi)(?: aradiniz| yazdiniz)?',
    ],
  ],
]

const PHRASES = SOURCES.map(([language, cores]) => ({
  language,
  whole: new RegExp(`^(?:${cores.join('|')})$`),
}))
/** Digits of a number or an order: "the right one is 0151 …" is a correction, not a stranger. */
const DIGITS = /\d{3}/

/**
 * Whether the one who writes says that the number is not that of the person we mean.
 * @returns `clear` false when something beside it puts it in doubt: a question, a condition, another number
 */
export function readWrongPerson(
  clauses: readonly Clause[],
): { clear: boolean; language: ChatLanguage | undefined } | undefined {
  for (const clause of clauses) {
    const line = clause.words.join(' ')
    const found = PHRASES.find(({ whole }) => whole.test(line))
    if (!found) continue
    const others = clauses.filter((each) => each !== clause).flatMap(({ words }) => words)
    const doubtful = clause.question || others.some((word) => HEDGES.has(word) || DIGITS.test(word))
    return { clear: !doubtful, language: found.language }
  }
  return undefined
}
