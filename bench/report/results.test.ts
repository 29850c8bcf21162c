import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Machine } from '../run/machine.ts'
import { formatLine } from './line.ts'
import { middleOf, type Run } from './middle.ts'
import { drawPlot } from './plot.ts'
import { Results } from './results.ts'

const folder = mkdtempSync(join(tmpdir(), 'jawort-results-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const machine: Machine = {
  cpu: 'Chip',
  cores: 2,
  memoryGb: 4,
  kernel: 'Linux 6',
  node: 'v24',
  postgres: '18',
  pglite: '0.5',
}

test('the ratio is the last thing on a line', () => {
  const figure = { name: 'dispatch', value: 7123.4, unit: 'messages/s', limit: 16_000 }
  expect(formatLine(figure, 'postgres')).toBe('dispatch postgres 7123 messages/s 16000 0.445')
  expect(formatLine({ ...figure, value: 2.3456, limit: 10 }, 'pglite')).toBe(
    'dispatch pglite 2.35 messages/s 10 0.235',
  )
})

test('a run replaces what it measured and nothing else', () => {
  const add = (name: string, store: 'postgres' | 'pglite', value: number) => {
    const results = new Results(folder)
    const figures = [{ name, value, unit: 'things/s', limit: 100, against: 'a loop' }]
    results.add(
      { name, stores: [store], title: `About ${name}.`, run: async () => {} },
      { store, machine, runs: 1, figures, plots: [] },
    )
    results.write(['second', 'first'])
  }
  add('first', 'postgres', 10)
  add('second', 'pglite', 20)
  add('first', 'pglite', 30)
  add('first', 'postgres', 40)
  const text = readFileSync(join(folder, 'RESULTS.md'), 'utf8')
  expect(text.match(/^\| (first|second) .*$/gm)).toEqual([
    '| second | pglite | 20 | things/s | 100 | 0.200 | a loop |',
    '| first | postgres | 40 | things/s | 100 | 0.400 | a loop |',
    '| first | pglite | 30 | things/s | 100 | 0.300 | a loop |',
  ])
})

test('of several runs each figure is the one with the median ratio, and says how far they lay apart', () => {
  const run = (rate: number, memory: number): Run => ({
    figures: [
      { name: 'first', value: rate, unit: 'things/s', limit: 100, against: 'a loop' },
      { name: 'first.memory', value: memory, unit: 'MB', limit: 300, against: 'to stay below' },
    ],
    plots: [{ file: `rate-${rate}`, title: '', x: { label: '' }, y: [{ label: '' }], lines: [] }],
  })
  const { figures, plots } = middleOf([run(30, 90), run(50, 150), run(40, 270)])
  expect(figures.map(({ value, spread }) => ({ value, spread }))).toEqual([
    { value: 40, spread: [0.3, 0.5] },
    { value: 150, spread: [0.3, 0.9] },
  ])
  expect(plots.map((plot) => plot.file)).toEqual(['rate-40'])
  expect(middleOf([run(30, 90)]).figures[0]).not.toHaveProperty('spread')

  const bench = { name: 'first', stores: ['postgres' as const], title: '', run: async () => {} }
  const results = new Results(folder)
  results.add(bench, { store: 'postgres', machine, runs: 3, figures, plots: [] })
  results.write(['first'])
  const text = readFileSync(join(folder, 'RESULTS.md'), 'utf8')
  expect(text).toContain('| first | postgres | 40 | things/s | 100 | 0.400 (0.300–0.500) | a loop |')
  expect(text).toMatch(/^- \S+, the middle of 3 runs: Chip/m)
})

test('a plot places its points between its axes', () => {
  const svg = drawPlot({
    file: 'plot',
    title: 'Rate < limit',
    x: { label: 'queued', scale: 'log' },
    y: [{ label: 'rate', to: 100 }],
    lines: [
      {
        name: 'Jawort',
        points: [
          [10, 100],
          [100, 50],
          [1000, 0],
        ],
      },
    ],
  })
  expect(svg).toContain('Rate &#60; limit')
  const [left, top, middle, half, right, bottom] = (/points="([^"]*)"/.exec(svg)?.[1] ?? '')
    .split(/[ ,]/)
    .map(Number)
  expect(middle).toBeCloseTo(((left ?? 0) + (right ?? 0)) / 2, 0)
  expect(half).toBeCloseTo(((top ?? 0) + (bottom ?? 0)) / 2, 0)
  expect(bottom).toBeGreaterThan(top ?? 0)
})
