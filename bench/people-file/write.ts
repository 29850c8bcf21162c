import { open } from 'node:fs/promises'

const FIRST =
  'Mia Emil Aylin Jonas Zoë Paul Elif Noah Lena Mateusz Ida Karl Sofia Ben Anna Luca Marie Finn Leyla Tim Clara Oskar Hanna Max'
const ONSETS = 'Schm B Kr M W H St Fr L Sch N Öz R D G K Br P T V'
const VOWELS = 'e a ü i o u ei au ie ö'
const ENDINGS = 'idt cker ller ber ffmann rner tz hl mann rg nner st kowski rek tti'

const pick = (list: string, at: number) => {
  const words = list.split(' ')
  return words[at % words.length] ?? ''
}

/** Some ten thousand different names, some of them often, as in any list of customers. */
function nameOf(index: number): string {
  const at = (index * 48_271) % 2_147_483_647
  const last = `${pick(ONSETS, at)}${pick(VOWELS, at >> 4)}${pick(ENDINGS, at >> 8)}`
  return `${pick(FIRST, at >> 3)} ${at % 5 === 0 ? `${last}-${pick(ONSETS, at >> 9)}${pick(ENDINGS, at >> 5)}` : last}`
}

/** A German mobile number that no other row has, in no order: 7,919,777 and ninety million share no divisor. */
function numberOf(index: number): string {
  const digits = String(10_000_000 + ((index * 7_919_777) % 89_999_999))
  return index % 3 === 0 ? `0151 ${digits}` : `+49151${digits}`
}

const BLOCK = 20_000

/** Writes a CSV of `rows` people as a shop exports it: `Name;Telefon;Sprache;Stadt`. */
export async function writePeopleFile(path: string, rows: number): Promise<void> {
  const file = await open(path, 'w')
  await file.write('Name;Telefon;Sprache;Stadt\n')
  for (let from = 0; from < rows; from += BLOCK) {
    let text = ''
    for (let index = from; index < Math.min(from + BLOCK, rows); index++)
      text += `${nameOf(index)};${numberOf(index)};de;${pick('Köln Bonn Ulm Kiel Trier Hof', index)}\n`
    await file.write(text)
  }
  await file.close()
}
