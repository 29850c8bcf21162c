/** Calling codes of the countries that matter here; longer codes win. */
const CODES =
  'DE 49 AT 43 CH 41 FR 33 IT 39 ES 34 NL 31 BE 32 LU 352 PT 351 IE 353 FI 358 IS 354 MT 356 CY 357 BG 359 GB 44 ' +
  'DK 45 SE 46 NO 47 PL 48 HU 36 RO 40 GR 30 CZ 420 SK 421 LI 423 HR 385 SI 386 LT 370 LV 371 EE 372 UA 380 RS 381 ' +
  'TR 90 RU 7 IL 972 IN 91 PK 92 ID 62 MY 60 SG 65 HK 852 JP 81 KR 82 AU 61 NZ 64 BR 55 MX 52 AR 54 CL 56 CO 57 ' +
  'PE 51 EG 20 ZA 27 MA 212 NG 234 SA 966 AE 971 US 1'
const BY_PREFIX = new Map(
  [...CODES.matchAll(/([A-Z]{2}) (\d+)/g)].map(([, country, code]) => [code, country]),
)

/** Area codes of Canada, which shares +1 with the United States. */
const CANADA = new Set(
  (
    '204 226 236 249 250 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514 519 ' +
    '548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905'
  ).split(' '),
)

/** Where no per-person marketing limit applies: EEA, United Kingdom, Japan, South Korea (platform §6.5). */
const UNCAPPED = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO GB JP KR'.split(
    ' ',
  ),
)

/** ISO country of a number given as digits; `ZZ` when the prefix is not in our table. */
export function countryOf(digits: string): string {
  for (const length of [3, 2, 1]) {
    const country = BY_PREFIX.get(digits.slice(0, length))
    if (country === 'US' && CANADA.has(digits.slice(1, 4))) return 'CA'
    if (country) return country
  }
  return 'ZZ'
}

/** Whether Meta caps the marketing a person of this country gets from all businesses together. */
export const isCapped = (country: string): boolean => !UNCAPPED.has(country)
