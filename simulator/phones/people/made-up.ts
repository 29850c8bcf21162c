const firstNames = [
  ...[
    'Anna',
    'Ben',
    'Clara',
    'David',
    'Elif',
    'Finn',
    'Greta',
    'Hannes',
    'Ida',
    'Jonas',
    'Kira',
    'Leo',
    'Mila',
    'Nils',
  ],
  ...[
    'Olga',
    'Paul',
    'Romy',
    'Samir',
    'Tilda',
    'Umut',
    'Vera',
    'Wanja',
    'Yara',
    'Zoe',
    'Amir',
    'Lotte',
    'Mats',
    'Noor',
  ],
]
const lastNames = [
  ...[
    'Ahrens',
    'Brandt',
    'Celik',
    'Dietz',
    'Engel',
    'Fischer',
    'Gruber',
    'Haas',
    'Imhof',
    'Jansen',
    'Kowalski',
  ],
  ...[
    'Lindner',
    'Moser',
    'Novak',
    'Ott',
    'Petersen',
    'Richter',
    'Sommer',
    'Tanner',
    'Ulrich',
    'Vogt',
    'Weber',
    'Yilmaz',
  ],
]

/** German mobile ranges that the regulator keeps free for films: two digits follow. */
const filmRanges = ['+4917139200', '+49176040690']

type Random = () => number

const pick = (list: readonly string[], random: Random, otherwise: string): string =>
  list[Math.floor(random() * list.length)] ?? otherwise

/** A name nobody has to think of. */
export function madeUpName(random: Random = Math.random): string {
  return `${pick(firstNames, random, 'Anna')} ${pick(lastNames, random, 'Berg')}`
}

/** A number that rings nobody. */
export function madeUpPhone(random: Random = Math.random): string {
  const ending = String(Math.floor(random() * 100)).padStart(2, '0')
  return `${pick(filmRanges, random, '+49176040690')}${ending}`
}

/** A username made of a name: "Élif Çelik" gives "elif.celik". */
export function madeUpUsername(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replaceAll('ß', 'ss').match(/[a-z0-9]+/g)
  return words ? words.join('.') : 'somebody'
}
