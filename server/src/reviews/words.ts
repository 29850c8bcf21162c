import type { Language } from '../platform/http/index.ts'
import type { Finding } from './facts.ts'

type Values = Record<string, string>
type Sentences = Record<string, (values: Values) => string>

/** Whether a count that is already written for people is a single one. */
const one = (count: string | undefined) => count === '1'
const people = (count: string | undefined) => `${count} ${one(count) ? 'Mensch' : 'Menschen'}`
const persons = (count: string | undefined) => `${count} ${one(count) ? 'person' : 'people'}`
const messagesDe = (count: string | undefined) => `${count} Nachricht${one(count) ? '' : 'en'}`
const messagesEn = (count: string | undefined) => `${count} message${one(count) ? '' : 's'}`
const times = (count: string | undefined) => (one(count) ? 'once' : `${count} times`)
const Times = (count: string | undefined) => (one(count) ? 'Once' : `${count} times`)

const DE: Sentences = {
  few_left: ({ rate }) =>
    `Nur wenige sind gegangen: ${rate} der zugestellten Werbung führten zu einer Abmeldung.`,
  fewer_left: ({ rate, before }) =>
    `Weniger Abmeldungen als im Quartal davor: ${rate} statt ${before} der zugestellten Werbung.`,
  read_well: ({ rate }) => `Gern gelesen: ${rate} der zugestellten Werbung wurden geöffnet.`,
  grown: ({ won, lost }) =>
    `Gewachsen: ${people(won)} ${one(won) ? 'kam' : 'kamen'} dazu, ${lost} ${one(lost) ? 'ging oder lief' : 'gingen oder liefen'} ab.`,
  quality_held: () => 'Die Qualität bei Meta ist in keiner Woche gesunken.',
  sample_holds: ({ checked }) =>
    one(checked) ? 'Der geprüfte Nachweis hält.' : `Alle ${checked} geprüften Nachweise halten.`,
  sample_broken: ({ bad, checked }) =>
    `${bad} von ${checked} geprüften Nachweisen halten nicht. Lass das Nachweisbuch prüfen.`,
  quality_fell: ({ times }) => `Die Qualität ist ${times}-mal auf Gelb oder Rot gefallen.`,
  paused: ({ times }) => `${times}-mal hat Jawort eine Kampagne angehalten, bevor Meta es tat.`,
  many_left: ({ rate }) =>
    `Viele sind gegangen: ${rate} der zugestellten Werbung führten zu einer Abmeldung. Gut ist unter 0,5 %.`,
  many_failed: ({ rate, count }) =>
    `${messagesDe(count)} (${rate}) ${one(count) ? 'kam' : 'kamen'} nicht an.`,
  read_badly: ({ rate }) => `Wenig gelesen: nur ${rate} der zugestellten Werbung wurden geöffnet.`,
  too_often: ({ people: often, messages }) =>
    `${often}-mal bekam ein Mensch ${messages} oder mehr Werbenachrichten in einem Monat.`,
  stopped: ({ count }) => `${count}-mal hatte ein Mensch Werbung von dir in WhatsApp selbst abgestellt.`,
  capped: ({ count }) =>
    `${count}-mal hat Meta eine Nachricht zurückgehalten, weil der Mensch schon genug Werbung bekam.`,
  lapsed: ({ people: lapsed }) =>
    one(lapsed)
      ? '1 Einwilligung ist abgelaufen, weil sie zu lange nicht genutzt wurde.'
      : `${lapsed} Einwilligungen sind abgelaufen, weil sie zu lange nicht genutzt wurden.`,
  less_often: ({ upTo, rate, rateMore, people: often, stay }) =>
    `Schreib höchstens ${upTo} Werbenachricht${upTo === '1' ? '' : 'en'} je Mensch und Monat. Bis dahin gingen ${rate}, darüber ${rateMore}. Mehr waren es ${often}-mal; sonst ${one(stay) ? 'wäre' : 'wären'} etwa ${people(stay)} mehr geblieben.`,
  campaign: ({ name, rate, average, stay }) =>
    `Sieh dir „${name}“ an: ${rate} meldeten sich ab, im Schnitt sind es ${average}. Wie im Schnitt ${one(stay) ? 'wäre' : 'wären'} etwa ${people(stay)} mehr geblieben.`,
  topic: ({ de, rate, average, stay }) =>
    `Das Thema „${de}“ trifft am schlechtesten: ${rate} meldeten sich ab, im Schnitt ${average} (etwa ${people(stay)}). Schreib dort seltener oder nur, wen es angeht.`,
  silent: ({ people: silent, messages }) =>
    `${people(silent)} ${one(silent) ? 'bekam' : 'bekamen'} drei oder mehr Nachrichten und ${one(silent) ? 'öffnete' : 'öffneten'} keine. Lass sie aus dem Segment oder frag einmal, ob sie noch mögen; das spart etwa ${messagesDe(messages)}.`,
  unreachable: ({ messages }) =>
    `${messagesDe(messages)} ${one(messages) ? 'ging' : 'gingen'} an Menschen, die nicht zu erreichen sind. Nimm Nummern nur noch mit einer Frage im Chat auf, statt sie einzutragen.`,
  capped_advice: ({ messages }) =>
    `Meta hielt ${messagesDe(messages)} zurück: Diese Menschen bekommen von vielen Unternehmen Werbung. Schreib ihnen nur, wenn es sie wirklich angeht.`,
  failures: ({ messages }) =>
    `${messagesDe(messages)} ${one(messages) ? 'scheiterte' : 'scheiterten'} aus anderen Gründen. Unter Zustand steht je Fehler, was zu tun ist.`,
}

const EN: Sentences = {
  few_left: ({ rate }) => `Few people left: ${rate} of the delivered marketing led to an opt-out.`,
  fewer_left: ({ rate, before }) =>
    `Fewer opt-outs than in the quarter before: ${rate} instead of ${before} of the delivered marketing.`,
  read_well: ({ rate }) => `Read gladly: ${rate} of the delivered marketing was opened.`,
  grown: ({ won, lost }) => `Grown: ${persons(won)} joined, ${lost} left or lapsed.`,
  quality_held: () => 'The quality at Meta fell in no week.',
  sample_holds: ({ checked }) =>
    one(checked) ? 'The proof that was checked holds.' : `All ${checked} proofs that were checked hold.`,
  sample_broken: ({ bad, checked }) =>
    `${bad} of ${checked} proofs that were checked do not hold. Have the ledger checked.`,
  quality_fell: ({ times: fell }) => `The quality fell to yellow or red ${times(fell)}.`,
  paused: ({ times: paused }) => `Jawort paused a campaign ${times(paused)} before Meta did.`,
  many_left: ({ rate }) =>
    `Many people left: ${rate} of the delivered marketing led to an opt-out. Good is below 0.5%.`,
  many_failed: ({ rate, count }) => `${messagesEn(count)} (${rate}) did not arrive.`,
  read_badly: ({ rate }) => `Hardly read: only ${rate} of the delivered marketing was opened.`,
  too_often: ({ people: often, messages }) =>
    `${Times(often)} a person got ${messages} or more marketing messages within a month.`,
  stopped: ({ count }) => `${Times(count)} a person had stopped your marketing in WhatsApp themselves.`,
  capped: ({ count }) =>
    `${Times(count)} Meta held a message back because the person had enough marketing already.`,
  lapsed: ({ people: lapsed }) =>
    one(lapsed)
      ? '1 consent lapsed because it was not used for too long.'
      : `${lapsed} consents lapsed because they were not used for too long.`,
  less_often: ({ upTo, rate, rateMore, people: often, stay }) =>
    `Send at most ${upTo} marketing message${upTo === '1' ? '' : 's'} per person and month. Up to there ${rate} left, beyond it ${rateMore}. It was more than that ${times(often)}; otherwise about ${stay} more ${one(stay) ? 'person' : 'people'} would have stayed.`,
  campaign: ({ name, rate, average, stay }) =>
    `Look at “${name}”: ${rate} opted out, on average it is ${average}. As on average, about ${stay} more ${one(stay) ? 'person' : 'people'} would have stayed.`,
  topic: ({ en, rate, average, stay }) =>
    `The topic “${en}” fits worst: ${rate} opted out, on average ${average} (about ${persons(stay)}). Write less often there, or only to whom it concerns.`,
  silent: ({ people: silent, messages }) =>
    `${persons(silent)} got three or more messages and opened none. Leave them out of the segment, or ask once whether they still want it; that saves about ${messagesEn(messages)}.`,
  unreachable: ({ messages }) =>
    `${messagesEn(messages)} went to people who cannot be reached. Take numbers on only with a question in the chat, instead of entering them.`,
  capped_advice: ({ messages }) =>
    `Meta held ${messagesEn(messages)} back: these people get marketing from many businesses. Write to them only when it really concerns them.`,
  failures: ({ messages }) =>
    `${messagesEn(messages)} failed for other reasons. Standing says for each error what to do.`,
}

const SENTENCES = { de: DE, en: EN } as const

/** Values that are shares; all others that are numbers are counts. */
const SHARES: readonly string[] = ['rate', 'rateMore', 'before', 'average']

export const percent = (share: number, language: Language) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(
    share,
  )
export const number = (value: number, language: Language) => new Intl.NumberFormat(language).format(value)

/** A finding as a sentence. */
export function sentenceOf({ key, values }: Finding, language: Language): string {
  const said = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? value
        : SHARES.includes(name)
          ? percent(value, language)
          : number(value, language),
    ]),
  )
  return SENTENCES[language][key]?.(said) ?? key
}

/** A suggestion as a sentence: some say more than the finding of the same name. */
export function suggestionOf(finding: Finding, language: Language): string {
  const key = finding.key === 'capped' ? 'capped_advice' : finding.key
  return sentenceOf({ ...finding, key }, language)
}
