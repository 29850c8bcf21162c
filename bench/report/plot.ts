/** A line chart. */
export interface Plot {
  /** File name without folder and ending; the store is added. */
  file: string
  title: string
  x: Axis
  /** One or two; the second one stands at the right. */
  y: [Axis] | [Axis, Axis]
  lines: Line[]
}

interface Axis {
  label: string
  /** `log` for sizes that grow by factors. */
  scale?: 'linear' | 'log'
  /** Fixed ends; by default from 0 (linear) or the least value (log) to the greatest. */
  from?: number
  to?: number
}

interface Line {
  name: string
  points: readonly (readonly [x: number, y: number])[]
  /** Which of the vertical axes. */
  axis?: 0 | 1
  /** For limits and targets. */
  dashed?: boolean
}

const WIDTH = 760
const HEIGHT = 380
const AREA = { left: 76, right: 76, top: 64, bottom: 58 }
const COLOURS = ['#0b7a75', '#c2410c', '#4338ca', '#a16207', '#be185d']
const INK = '#1f2937'
const PALE = '#e5e7eb'

/** The chart as SVG, on a light ground of its own so that it reads on dark pages as well. */
export function drawPlot({ title, x, y, lines }: Plot): string {
  const right = WIDTH - AREA.right
  const bottom = HEIGHT - AREA.bottom
  const reach = values(lines, 0)
  const across = scale({ to: Math.max(...reach), ...x }, reach, AREA.left, right)
  const [first, second] = y
  const up = [first, second ?? first].map((axis, at) =>
    scale(
      axis,
      values(
        lines.filter((line) => !second || (line.axis ?? 0) === at),
        1,
      ),
      bottom,
      AREA.top,
    ),
  )
  const [left = across, rightUp = across] = up
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="#ffffff"/>`,
    text(AREA.left, 24, title, 'start', 'font-size="15" font-weight="600"'),
  ]
  for (const tick of left.ticks) {
    const at = left.place(tick)
    parts.push(
      `<path d="M${AREA.left} ${at}H${right}" stroke="${PALE}"/>`,
      text(AREA.left - 8, at + 4, short(tick), 'end'),
    )
  }
  for (const tick of across.ticks) {
    const at = across.place(tick)
    parts.push(`<path d="M${at} ${bottom}v5" stroke="${INK}"/>`, text(at, bottom + 20, short(tick), 'middle'))
  }
  parts.push(
    `<path d="M${AREA.left} ${bottom}H${right}" stroke="${INK}"/>`,
    text((AREA.left + right) / 2, HEIGHT - 14, x.label, 'middle'),
    upright(18, (AREA.top + bottom) / 2, first.label),
  )
  if (second) {
    for (const tick of rightUp.ticks)
      parts.push(text(right + 8, rightUp.place(tick) + 4, short(tick), 'start'))
    parts.push(upright(WIDTH - 12, (AREA.top + bottom) / 2, second.label))
  }
  let legend = AREA.left
  for (const [index, line] of lines.entries()) {
    const colour = COLOURS[index % COLOURS.length]
    const scaled = (line.axis ?? 0) === 0 ? left : rightUp
    const points = line.points.map(([at, value]) => `${across.place(at)},${scaled.place(value)}`)
    const dash = line.dashed ? ' stroke-dasharray="6 5"' : ''
    parts.push(
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`,
    )
    if (line.points.length <= 12 && !line.dashed)
      parts.push(
        ...points.map(
          (point) =>
            `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3.5" fill="${colour}"/>`,
        ),
      )
    parts.push(
      `<path d="M${legend} 44h22" stroke="${colour}" stroke-width="2"${dash}/>`,
      text(legend + 28, 48, line.name, 'start'),
    )
    legend += 52 + line.name.length * 6.6
  }
  return `${parts.join('\n')}\n</svg>\n`
}

interface Scale {
  place(value: number): number
  ticks: number[]
}

function scale(axis: Axis, seen: readonly number[], start: number, end: number): Scale {
  const log = axis.scale === 'log'
  const from = axis.from ?? (log ? Math.min(...seen) : 0)
  const most = axis.to ?? Math.max(...seen)
  const step = niceStep((most - from) / 5)
  const to = log || axis.to !== undefined ? most : from + Math.ceil((most - from) / step) * step
  const share = (value: number) =>
    log
      ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
      : (value - from) / (to - from || 1)
  const ticks = log
    ? [...new Set(seen)].sort((a, b) => a - b)
    : Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, n) => from + n * step)
  return { place: (value) => round(start + share(value) * (end - start)), ticks }
}

/** 1, 2 or 5 times a power of ten. */
function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted || 1))
  return ([1, 2, 5, 10].find((factor) => factor * power >= wanted) ?? 10) * power
}

const values = (lines: readonly Line[], at: 0 | 1) =>
  lines.flatMap((line) => line.points.map((point) => point[at]))
const round = (value: number) => Math.round(value * 10) / 10

function short(value: number): string {
  if (value >= 1e6) return `${round(value / 1e6)} M`
  return value >= 10_000 ? `${round(value / 1e3)} k` : String(Math.round(value * 1000) / 1000)
}

const escaped = (content: string) => content.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function text(x: number, y: number, content: string, anchor: string, more = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" ${more}>${escaped(content)}</text>`
}

function upright(x: number, y: number, content: string): string {
  return text(x, y, content, 'middle', `transform="rotate(-90 ${round(x)} ${round(y)})"`)
}
