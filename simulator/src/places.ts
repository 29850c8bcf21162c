interface Place {
  latitude: number
  longitude: number
  name?: string | undefined
  address?: string | undefined
}

/** A place in one line: its name and address, or where it is. */
export const placeLine = ({ name, address, latitude, longitude }: Place): string =>
  [name, address].filter(Boolean).join(', ') || `${latitude}, ${longitude}`
