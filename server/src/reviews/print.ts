import { type Business, getBusiness } from '../businesses/index.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { createPdf } from '../platform/pdf/index.ts'
import type { ReviewFacts } from './facts.ts'
import type { Figures } from './figures.ts'
import { number, percent, sentenceOf, suggestionOf } from './words.ts'

const WORDS = {
  de: {
    title: 'Qualitätsbericht',
    quarter: (number: string, year: string) => `${number}. Quartal ${year}`,
    lead: 'Was gut lief, was geschadet hat und was am meisten hilft. Aus den eigenen Zahlen, ohne Angaben zu Personen.',
    made: 'Erstellt',
    period: 'Zeitraum',
    to: 'bis',
    well: 'Was gut lief',
    hurt: 'Was geschadet hat',
    nothingWell: 'Dafür wurde zu wenig gesendet.',
    nothingHurt: 'Nichts.',
    suggestions: 'Vorschläge, der wirksamste zuerst',
    nothingSent: 'Keine: Es ging keine Werbung hinaus.',
    noSuggestions: 'Keine. Weiter so.',
    weight:
      'Gereiht nach Wirkung: wie viele Menschen nicht gegangen und wie viele Nachrichten nicht vergeblich gewesen wären; 20 vergebliche Nachrichten zählen so viel wie ein Mensch.',
    figures: 'Zahlen',
    columns: ['', 'Dieses Quartal', 'Davor'],
    sent: 'Werbung gesendet',
    people: 'Menschen, die sie bekamen',
    delivered: 'Zugestellt',
    read: 'Gelesen (von zugestellt)',
    failed: 'Nicht angekommen',
    unreachable: '… nicht zu erreichen (131026)',
    capped: '… von Meta zurückgehalten (131049)',
    stopped: '… in WhatsApp abgestellt (131050)',
    optOuts: 'Abmeldungen (je 1.000 zugestellt)',
    lapsed: 'Abgelaufene Einwilligungen',
    won: 'Bestätigte Einwilligungen',
    frequency: 'Niedrige Frequenz, hohe Relevanz',
    frequencyLead:
      'Wie viele Werbenachrichten ein Mensch in einem Monat bekam, und wie viele sich in diesem Monat abmeldeten.',
    frequencyColumns: ['Nachrichten im Monat', 'Menschen', 'Abmeldungen', 'Anteil'],
    orMore: (count: number) => `${count} und mehr`,
    topics: 'Wovon Menschen sich abmeldeten',
    groupColumns: ['', 'Zugestellt', 'Gelesen', 'Abmeldungen', 'Anteil'],
    campaigns: 'Kampagnen mit den meisten Abmeldungen je Nachricht',
    requests: 'Beschwerden und Anfragen von Menschen',
    kinds: {
      access: 'Auskunft (Art. 15)',
      portability: 'Daten mitnehmen (Art. 20)',
      rectification: 'Berichtigung (Art. 16)',
      restriction: 'Einschränkung (Art. 18)',
      objection: 'Widerspruch (Art. 21)',
      erasure: 'Löschung (Art. 17)',
    },
    none: 'Keine.',
    proof: 'Stichprobe der Nachweise',
    proofText: (checked: string, of: string) =>
      `${checked} von ${of} geltenden Einwilligungen, durch das Los gewählt, wurden neu gegen das Nachweisbuch geprüft: Platz, Unterschrift, Beleg und Wortlaut.`,
    proofNone: 'Es galt keine Einwilligung, die zu prüfen war.',
    valid: 'Halten',
    shredded: 'Halten, Beleg zum Teil vernichtet',
    unsealed: 'Noch ohne Platz im Nachweisbuch',
    broken: 'Halten nicht',
    ledger: 'Stand des Nachweisbuchs',
    ledgerText:
      'Wer diesen Bericht aufbewahrt, kann später zeigen, dass am Nachweisbuch nichts verändert wurde.',
    size: 'Einträge',
    signed: 'Unterschrieben',
    key: 'Schlüssel',
    noCheckpoint: 'Noch kein unterschriebener Stand.',
  },
  en: {
    title: 'Quality review',
    quarter: (number: string, year: string) => `Quarter ${number} of ${year}`,
    lead: 'What went well, what hurt and what helps most. From your own figures, without anything about a person.',
    made: 'Made',
    period: 'Period',
    to: 'to',
    well: 'What went well',
    hurt: 'What hurt',
    nothingWell: 'Too little was sent to say.',
    nothingHurt: 'Nothing.',
    suggestions: 'Suggestions, the most effective first',
    nothingSent: 'None: no marketing was sent.',
    noSuggestions: 'None. Keep it up.',
    weight:
      'Ordered by effect: how many people would not have left, and how many messages would not have been in vain; 20 messages in vain count as much as one person.',
    figures: 'Figures',
    columns: ['', 'This quarter', 'Before'],
    sent: 'Marketing sent',
    people: 'People who got it',
    delivered: 'Delivered',
    read: 'Read (of delivered)',
    failed: 'Not arrived',
    unreachable: '… not to be reached (131026)',
    capped: '… held back by Meta (131049)',
    stopped: '… stopped in WhatsApp (131050)',
    optOuts: 'Opt-outs (per 1,000 delivered)',
    lapsed: 'Lapsed consents',
    won: 'Confirmed consents',
    frequency: 'Low frequency, high relevance',
    frequencyLead:
      'How many marketing messages a person got within a month, and how many opted out in that month.',
    frequencyColumns: ['Messages in a month', 'People', 'Opt-outs', 'Share'],
    orMore: (count: number) => `${count} and more`,
    topics: 'What people opted out of',
    groupColumns: ['', 'Delivered', 'Read', 'Opt-outs', 'Share'],
    campaigns: 'Campaigns with the most opt-outs per message',
    requests: 'Complaints and requests of people',
    kinds: {
      access: 'Access (Article 15)',
      portability: 'Taking data along (Article 20)',
      rectification: 'Correction (Article 16)',
      restriction: 'Restriction (Article 18)',
      objection: 'Objection (Article 21)',
      erasure: 'Erasure (Article 17)',
    },
    none: 'None.',
    proof: 'Sample of proofs',
    proofText: (checked: string, of: string) =>
      `${checked} of ${of} consents in force, drawn by lot, were checked anew against the ledger: place, signature, evidence and wording.`,
    proofNone: 'No consent was in force that could be checked.',
    valid: 'Hold',
    shredded: 'Hold, evidence destroyed in part',
    unsealed: 'Without a place in the ledger yet',
    broken: 'Do not hold',
    ledger: 'State of the ledger',
    ledgerText: 'Whoever keeps this review can show later that nothing in the ledger was changed.',
    size: 'Entries',
    signed: 'Signed',
    key: 'Key',
    noCheckpoint: 'No signed checkpoint yet.',
  },
} as const

const rows = (language: Language, now: Figures, before: Figures): string[][] => {
  const w = WORDS[language]
  const n = (value: number) => number(value, language)
  const of = (part: number, whole: number) =>
    whole > 0 ? `${n(part)} (${percent(part / whole, language)})` : n(part)
  const perThousand = ({ optOuts, delivered }: Figures) =>
    delivered > 0
      ? `${n(optOuts)} (${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format((optOuts / delivered) * 1_000)})`
      : n(optOuts)
  const both = (label: string, show: (figures: Figures) => string) => [label, show(now), show(before)]
  return [
    both(w.sent, ({ sent }) => n(sent)),
    both(w.people, ({ people }) => n(people)),
    both(w.delivered, ({ delivered, sent }) => of(delivered, sent)),
    both(w.read, ({ read, delivered }) => of(read, delivered)),
    both(w.failed, ({ failed, sent }) => of(failed, sent)),
    both(w.unreachable, ({ unreachable }) => n(unreachable)),
    both(w.capped, ({ capped }) => n(capped)),
    both(w.stopped, ({ stopped }) => n(stopped)),
    both(w.optOuts, perThousand),
    both(w.won, ({ won }) => n(won)),
    both(w.lapsed, ({ lapsed }) => n(lapsed)),
  ]
}

/** The review as a document, in one language. */
export async function printReview(
  ctx: Context,
  facts: ReviewFacts,
  madeAt: Date,
  language: Language,
): Promise<Buffer> {
  const business: Business = await getBusiness(ctx)
  const w = WORDS[language]
  const n = (value: number) => number(value, language)
  const share = (part: number, whole: number) => (whole > 0 ? percent(part / whole, language) : '–')
  const day = (at: string | Date) =>
    new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(at))
  const quarter = w.quarter(facts.quarter.slice(6), facts.quarter.slice(0, 4))
  const pdf = await createPdf({
    title: `${w.title} ${quarter} – ${business.legalName}`,
    language,
    author: business.legalName,
  })
  const wide = (titles: readonly string[]) =>
    titles.map((title, at) => ({ title, share: at === 0 ? 3 : 1.4 }))
  const groups = (items: readonly { name: string; delivered: number; read: number; optOuts: number }[]) =>
    items.length === 0
      ? pdf.paragraph(w.none)
      : pdf.table({
          columns: wide(w.groupColumns),
          rows: items.map(({ name, delivered, read, optOuts }) => [
            name,
            n(delivered),
            n(read),
            n(optOuts),
            share(optOuts, delivered),
          ]),
        })
  const list = (items: readonly string[], nothing: string) =>
    items.length > 0 ? pdf.list(items) : pdf.paragraph(nothing)

  pdf.heading(1, `${w.title}, ${quarter}`)
  pdf.paragraph(`${business.legalName}. ${w.lead}`)
  pdf.fields([
    [w.period, `${day(facts.first)} ${w.to} ${day(facts.last)}`],
    [w.made, day(madeAt)],
  ])
  pdf.heading(2, w.well)
  list(
    facts.well.map((each) => sentenceOf(each, language)),
    w.nothingWell,
  )
  pdf.heading(2, w.hurt)
  list(
    facts.hurt.map((each) => sentenceOf(each, language)),
    w.nothingHurt,
  )
  pdf.heading(2, w.suggestions)
  for (const [at, each] of facts.suggestions.entries())
    pdf.paragraph(`${at + 1}. ${suggestionOf(each, language)}`)
  if (facts.suggestions.length > 0) pdf.note(w.weight)
  else pdf.paragraph(facts.figures.sent === 0 ? w.nothingSent : w.noSuggestions)
  pdf.heading(2, w.frequency, { rows: facts.frequency.length })
  pdf.note(w.frequencyLead)
  if (facts.frequency.length === 0) pdf.paragraph(w.none)
  else
    pdf.table({
      columns: [...w.frequencyColumns],
      rows: facts.frequency.map(({ messages, people, optOuts }) => [
        messages >= 5 ? w.orMore(5) : n(messages),
        n(people),
        n(optOuts),
        share(optOuts, people),
      ]),
    })
  const figures = rows(language, facts.figures, facts.before)
  pdf.heading(2, w.figures, { rows: figures.length })
  pdf.table({ columns: wide(w.columns), rows: figures })
  pdf.heading(2, w.topics, { rows: facts.topics.length })
  groups(facts.topics.map((topic) => ({ ...topic, name: topic[language] })))
  const campaigns = facts.campaigns.slice(0, 10)
  pdf.heading(2, w.campaigns, { rows: campaigns.length })
  groups(campaigns)
  pdf.heading(2, w.requests, { rows: facts.requests.length })
  const kinds: Record<string, string> = w.kinds
  if (facts.requests.length === 0) pdf.paragraph(w.none)
  else pdf.fields(facts.requests.map(({ kind, count }) => [kinds[kind] ?? kind, n(count)]))
  pdf.heading(2, w.proof)
  const { sample, ledger } = facts
  if (sample.checked === 0) pdf.paragraph(w.proofNone)
  else {
    pdf.paragraph(w.proofText(n(sample.checked), n(sample.of)))
    pdf.fields([
      [w.valid, n(sample.valid)],
      [w.shredded, n(sample.shredded)],
      [w.unsealed, n(sample.unsealed)],
      [w.broken, n(sample.missing + sample.damaged)],
    ])
  }
  pdf.heading(2, w.ledger)
  pdf.paragraph(w.ledgerText)
  pdf.fields([
    [w.size, n(ledger.size)],
    [w.signed, ledger.signedAt ? `${ledger.signedAt.slice(0, 16).replace('T', ' ')} UTC` : '–'],
    [w.key, ledger.publicKey],
  ])
  if (ledger.note) pdf.quote(ledger.note)
  else pdf.paragraph(w.noCheckpoint)
  return pdf.end()
}
