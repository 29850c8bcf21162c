/** Countries people of a European business's audience live in; the number's prefix decides which one a contact has. */
export const regions: string[] =
  'DE AT CH LI NL BE LU FR MC IT SM ES PT IE GB DK SE NO FI IS EE LV LT PL CZ SK HU SI HR BA RS ME MK AL RO BG GR CY MT TR UA MD GE US CA BR IN AU'.split(
    ' ',
  )

/** Languages that contacts may have. */
export const tongues: string[] =
  'de en fr it es nl tr pl pt ru uk ar da sv no fi cs sk hu ro bg el hr sr'.split(' ')
