import { describe, expect, it } from 'vitest'
import { complianceMatrix } from './matrix.ts'

/** What may stand in a German basis: law, courts with their file numbers, and Meta's pages by their names. */
const GERMAN = [
  /^(Art\.|§§?|Erwägungsgrund) \d+[a-z]?(–\d+)?( (Abs\.|Nr\.|lit\.) (\d+|[a-z]))*( (DSGVO|UWG|DDG|TDDDG|BGB|ePrivacy-Richtlinie|KI-Verordnung))?$/,
  /^\d+( (Abs\.|Nr\.|lit\.) (\d+|[a-z]))*( (DSGVO|UWG|BGB))?$/,
  /^[a-z]( (DSGVO|UWG))?$/,
  /^(BGH|EuGH|OLG|LG|AG) [A-ZÄÖÜa-zäöü]*[ \dA-Z/-]+$/,
  /^(Meta|WhatsApp)$/,
  /^(Länderregeln|Richtlinien von Meta|WhatsApp-Business-AGB \(seit 7\. Dezember 2019\)|Business Messaging Policy)$/,
  /^(Grenzen des Weiterleitens|Qualitätsbewertung|Nachrichtenlimits|Nachrichtenvorlagen|Fehlercodes)$/,
  /^(unternehmensbezogene Nutzerkennungen|Nutzereinstellungen)$/,
]

describe('the compliance matrix', () => {
  it('names in German where a rule comes from as Germans do', () => {
    const foreign = complianceMatrix('de').flatMap(({ id, basis }) =>
      basis
        .split(/[,;] /)
        .filter((part) => !GERMAN.some((known) => known.test(part)))
        .map((part) => `${id}: ${part}`),
    )
    expect(foreign).toEqual([])
  })

  it('says the same in both languages', () => {
    const [de, en] = [complianceMatrix('de'), complianceMatrix('en')]
    expect(de.map(({ id }) => id)).toEqual(en.map(({ id }) => id))
    const numbers = (text: string) => text.match(/\d+/g)
    for (const [at, rule] of de.entries()) {
      expect(numbers(rule.basis), rule.id).toEqual(numbers(en[at]?.basis ?? ''))
      expect(rule.title, rule.id).not.toBe(en[at]?.title)
    }
  })
})
