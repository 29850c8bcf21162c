import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { plainCountry, plainMobile } from './phone-plan.ts'

/**
 * Any spelling of a phone number as E.164 with plus, or null when it is not a complete, possible number.
 * @param country ISO country of the business: how numbers without a country code are read
 */
export function toE164(raw: string, country: string): string | null {
  const text = raw.trim().replace(/^'/, '')
  if (text.length < 5 || text.length > 40 || !/^[\p{Nd}\s()+/.\-\u2010-\u2015\u00a0]+$/u.test(text))
    return null
  return plainMobile(text, country) ?? fromLibrary(text, country)
}

/** Every spelling there is, at forty times the price. Exported for the test that compares both. */
export function fromLibrary(text: string, country: string): string | null {
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined
  const local = parsePhoneNumberFromString(text, home)
  // WhatsApp's own exports and many shops write the country code without the plus: 4915123456789.
  const digits = text.replace(/\D/g, '')
  const bare = /^[+0]/.test(text) ? undefined : parsePhoneNumberFromString(`+${digits}`)
  if (bare?.isValid() && bare.country === home && bare.getType()?.includes('MOBILE')) return bare.number
  if (local?.isValid()) return local.number
  return bare?.isValid() ? bare.number : null
}

/** ISO country of an E.164 number; null for numbers of no country, such as satellite phones. */
export function countryOfPhone(phone: string): string | null {
  return plainCountry(phone) ?? parsePhoneNumberFromString(phone)?.country ?? null
}
