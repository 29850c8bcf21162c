/** A background and the text colour that can be read on it, both `#rrggbb`. */
export interface Colours {
  background: string
  text: '#ffffff' | '#000000'
}

const DEFAULT = '#0b7a63'

/**
 * Reads `#rgb` or `#rrggbb` (anything else gives the house colour) and picks the text colour: white while it
 * reaches a WCAG 2 contrast of 4.5:1, because that looks calmer on strong colours, else black (then at least 4.6:1).
 */
export function coloursFor(wish: string | null | undefined): Colours {
  const background = parseHex(wish) ?? DEFAULT
  const luminance = luminanceOf(background)
  return { background, text: contrast(luminance, 1) >= 4.5 ? '#ffffff' : '#000000' }
}

/** WCAG 2 contrast ratio (1 to 21) of two `#rrggbb` colours. */
export function contrastOf(one: string, other: string): number {
  return contrast(luminanceOf(one), luminanceOf(other))
}

function parseHex(wish: string | null | undefined): string | undefined {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(wish?.trim() ?? '')?.[1]
  if (!hex) return undefined
  return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`.toLowerCase()
}

function luminanceOf(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
