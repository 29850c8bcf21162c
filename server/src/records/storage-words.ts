import type { Storage } from '../channels/index.ts'
import type { Sentence } from '../platform/index.ts'

/** Meta’s regions for content at rest, with the words people know. Source: Meta, Cloud API local storage. */
const REGIONS: Record<string, Sentence> = {
  DE: { de: 'Deutschland (EU)', en: 'Germany (EU)' },
  CH: { de: 'Schweiz', en: 'Switzerland' },
  GB: { de: 'Vereinigtes Königreich', en: 'United Kingdom' },
  US: { de: 'USA', en: 'United States' },
}

const IN_USE: Sentence = {
  de: 'Während der Verarbeitung liegt der Inhalt bis zu 60 Minuten (Cloud API) oder 90 Minuten (Marketing Messages API) in Metas weltweiten Rechenzentren.',
  en: 'While it is processed, content stays in Meta’s data centres worldwide for up to 60 minutes (Cloud API) or 90 minutes (Marketing Messages API).',
}

/** Where Meta keeps what this number sends and receives, as the record and the notice say it (C-54, Art. 13(1)(f)). */
export function storageWords({ kind, region }: Storage): Sentence {
  const rest = restWords(kind, region)
  return { de: `${rest.de} ${IN_USE.de}`, en: `${rest.en} ${IN_USE.en}` }
}

function restWords(kind: Storage['kind'], region: string | null): Sentence {
  if (kind === 'none') {
    return {
      de: 'Meta speichert keine Inhalte („No Storage“).',
      en: 'Meta stores no content (“No Storage”).',
    }
  }
  if (kind === 'in_country' && region) {
    const place = REGIONS[region] ?? { de: region, en: region }
    return {
      de: `Ruhende Inhalte bleiben in der Region ${place.de}.`,
      en: `Content at rest stays in the region ${place.en}.`,
    }
  }
  return {
    de: 'Meta speichert Inhalte bis zu 30 Tage an einem Ort seiner Wahl.',
    en: 'Meta stores content for up to 30 days in a place of its choice.',
  }
}

/** Who says so: the record tells it, the notice need not. */
export function storageSource({ from }: Storage): Sentence {
  if (from === 'meta')
    return { de: 'Quelle: Einstellung der Nummer bei Meta.', en: 'Source: the number’s setting at Meta.' }
  if (from === 'member')
    return { de: 'Quelle: Angabe des Unternehmens.', en: 'Source: stated by the business.' }
  return { de: 'Noch nicht bei Meta nachgesehen.', en: 'Not looked up at Meta yet.' }
}
