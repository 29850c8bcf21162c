/** Countries a business may be in: Europe, as its rule packs are. */
export const countries: string[] =
  'DE AT CH LI NL BE LU FR IT ES PT IE GB DK SE NO FI IS PL CZ SK HU SI HR RO BG GR CY MT EE LV LT'.split(' ')
