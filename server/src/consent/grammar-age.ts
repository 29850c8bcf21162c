import type { Clause } from './grammar-normalise.ts'
import type { ChatLanguage } from './texts.ts'

type ByLanguage = readonly (readonly [ChatLanguage | undefined, string])[]

/** Numbers up to seventeen as words, for "ich bin vierzehn". */
const NUMBERS = new Map(
  Object.entries({
    10: 'zehn ten dix dieci diez tien dez',
    11: 'elf eleven onze undici once',
    12: 'zwolf zwoelf twelve douze dodici doce twaalf doze',
    13: 'dreizehn thirteen treize tredici trece dertien treze',
    14: 'vierzehn fourteen quatorze quattordici catorce veertien',
    15: 'funfzehn fuenfzehn fifteen quinze quindici quince vijftien',
    16: 'sechzehn sixteen seize sedici dieciseis zestien dezesseis',
    17: 'siebzehn seventeen diecisiete diciassette zeventien dezessete',
  }).flatMap(([age, words]) => words.split(' ').map((word) => [word, Number(age)] as const)),
)
const AGE = `(\\d{1,2}|${[...NUMBERS.keys()].join('|')})`
/** Seventeen and younger: whether that is too young is the business's rule. */
const ADULT = 18
const YOUNGEST = 5

/** After the age the sentence ends or goes on with another thought: "ich bin 14 Tage weg" is no age. */
const AFTER_AGE =
  '(?= (?:und|aber|also|darf|kann|weil|deshalb|and|but|so|is|can|may|et|mais|est|puis|e|ma|posso|y|pero|puedo|en|maar|mag|mas|i|ale|ve|lol|haha|xd)(?: |$)|$)'
const ONLY =
  '(?: (?:doch|noch|erst|gerade|gerade mal|schon|nur|halt|ja|leider|auch|only|just|still|barely|actually|literally|pas|maar|net|al|nog|que|seulement|solo|appena|apenas|so|dopiero|tylko|tengo)){0,3}'

/** What a person says about their own age; the children of adults are not meant. */
const AGES: ByLanguage = [
  ['de', `(?:^|.* )(?:ich )?bin${ONLY} ${AGE}(?: j(?:ahre?)?(?: (?:alt|jung))?)?${AFTER_AGE}`],
  ['de', `(?:^|.* )${AGE} jahre alt(?: bin ich)?$`],
  [
    'en',
    `(?:^|(?:.* )?(?:hi|hey|hello|and|but|because|cause|sorry|ok|no|yes|that|cuz) )(?:i am|im|i m)${ONLY} ${AGE}(?: (?:years?|yrs?)(?: old)?| yo| y o)?${AFTER_AGE}`,
  ],
  ['fr', `(?:^|.* )(?:j|je n) ai${ONLY} ${AGE} ans${AFTER_AGE}`],
  ['it', `(?:^|.* )ho${ONLY} ${AGE} anni${AFTER_AGE}`],
  ['es', `(?:^|.* )tengo${ONLY} ${AGE} anos${AFTER_AGE}`],
  ['nl', `(?:^|.* )ik ben${ONLY} ${AGE}(?: jaar(?: oud)?)?${AFTER_AGE}`],
  [undefined, `(?:^|.* )tenho${ONLY} ${AGE} anos${AFTER_AGE}`],
  [undefined, `(?:^|.* )mam${ONLY} ${AGE} lat${AFTER_AGE}`],
  [undefined, `(?:^|.* )${AGE} yasindayim$`],
]

/** Too young, without a number. */
const MINORS: ByLanguage = [
  [
    'de',
    '(?:^|.* )(?:ich )?bin (?:(?:noch|erst|ja|doch) )*(?:minderjahrig|nicht volljahrig|(?:noch )?(?:ein )?kind|unter (?:16|18)|keine (?:16|18))$',
  ],
  [
    'en',
    '(?:^|.* )(?:i am|im|i m) (?:(?:still|only|just) )*(?:underage|(?:a )?minor|a kid|a child|under (?:13|16|18)|not (?:even |yet )?(?:16|18)(?: yet)?)$',
  ],
  ['fr', '(?:^|.* )je suis (?:encore )?(?:mineure?|un enfant)$'],
  ['it', '(?:^|.* )sono (?:ancora )?(?:minorenne|un bambino|una bambina)$'],
  ['es', '(?:^|.* )soy (?:menor(?: de edad)?|un nino|una nina)$'],
  ['nl', '(?:^|.* )ik ben (?:nog )?(?:minderjarig|een kind|onder de (?:16|18))$'],
  [undefined, '(?:^|.* )sou menor(?: de idade)?$'],
  [undefined, '(?:^|.* )jestem (?:nieletnia?|niepelnoletnia?)$'],
]

const compile = (sources: ByLanguage) =>
  sources.map(([language, source]) => ({ language, pattern: new RegExp(`^(?:${source})`) }))
const AGE_PATTERNS = compile(AGES)
const MINOR_PATTERNS = compile(MINORS)

/** @returns what a person tells about being young: the age, or null when no number is told; undefined when nothing */
export function readAge(
  clauses: readonly Clause[],
): { age: number | null; language: ChatLanguage | undefined } | undefined {
  for (const [index, { words }] of clauses.entries()) {
    const line = words.join(' ')
    for (const { language, pattern } of AGE_PATTERNS) {
      const told = pattern.exec(line)?.[1]
      if (told === undefined) continue
      const age = NUMBERS.get(told) ?? Number(told)
      // "Ich bin 14:30 da": the clause was cut in a time of day or a price.
      const cut = line.endsWith(told) && /^\d/.test(clauses[index + 1]?.words[0] ?? '')
      if (age >= YOUNGEST && age < ADULT && !cut) return { age, language }
    }
    const young = MINOR_PATTERNS.find(({ pattern }) => pattern.test(line))
    if (young) return { age: null, language: young.language }
  }
  return undefined
}
