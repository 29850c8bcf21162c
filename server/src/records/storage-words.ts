import type { Storage } from '../channels/index.ts'
import type { ChatLanguage } from '../consent/index.ts'
import type { Sentence } from '../platform/index.ts'
import { NOTICE_WORDS } from './notice-words/index.ts'

/** A region in words; Meta's only one inside the EU says so. Source: Meta, Cloud API local storage. */
function placeOf(region: string, language: ChatLanguage): string {
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(region) ?? region
  return region === 'DE'
    ? `${name} (${language === 'fr' || language === 'it' || language === 'es' ? 'UE' : 'EU'})`
    : name
}

/** Where Meta keeps what a number sends and receives, as the notice says it (C-54, Art. 13(1)(f)). */
export function storageIn(
  { kind, region }: Pick<Storage, 'kind' | 'region'>,
  language: ChatLanguage,
): string {
  const words = NOTICE_WORDS[language].storage
  const rest =
    kind === 'none'
      ? words.none
      : kind === 'in_country' && region
        ? words.region(placeOf(region, language))
        : words.anywhere
  return `${rest} ${words.inUse}`
}

/** The same as the record says it. */
export function storageWords(storage: Storage): Sentence {
  return { de: storageIn(storage, 'de'), en: storageIn(storage, 'en') }
}

/** Who says so: the record tells it, the notice need not. */
export function storageSource({ from }: Storage): Sentence {
  if (from === 'meta')
    return { de: 'Quelle: Einstellung der Nummer bei Meta.', en: 'Source: the number’s setting at Meta.' }
  if (from === 'member')
    return { de: 'Quelle: Angabe des Unternehmens.', en: 'Source: stated by the business.' }
  return { de: 'Noch nicht bei Meta nachgesehen.', en: 'Not looked up at Meta yet.' }
}
