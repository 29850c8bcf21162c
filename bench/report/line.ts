interface Line {
  name: string
  value: number
  unit: string
  limit: number
}

/** `name store value unit limit ratio`, the ratio last. */
export function formatLine({ name, value, unit, limit }: Line, store: string): string {
  return `${name} ${store} ${plain(value)} ${unit} ${plain(limit)} ${ratio({ value, limit })}`
}

/** Value over limit, to three digits. */
export function ratio({ value, limit }: { value: number; limit: number }): string {
  return limit === 0 ? 'NaN' : (value / limit).toPrecision(3)
}

/** Whole numbers from 100 on, three digits below. */
export function plain(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(3)
}
