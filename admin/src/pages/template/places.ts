const places = [
  'name',
  'language',
  'category',
  'header',
  'body',
  'samples',
  'footer',
  'buttons',
  'cards',
] as const
export type Place = (typeof places)[number]

/** The part of the message that a place belongs to: `buttons.0.text` is one of the buttons. */
export const placeOf = (where: string): Place =>
  places.find((place) => place === where.split('.')[0]) ?? 'body'
