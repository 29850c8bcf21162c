import fc from 'fast-check'

/** Values that have no business being where they are put. */
const ODD: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    0,
    -1,
    1e308,
    -1e308,
    2 ** 60,
    '9'.repeat(400),
    '\u0000',
    'a\u0000b',
    '\ud800',
    '__proto__',
    "'; drop table message; --",
    '{{1}}',
    [],
    {},
    [[]],
    { toString: 1 },
    'NaN',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 4 }),
)

/** Of the right type, and yet at the edge of what the value may be. */
const TEXTS: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'a\u0000b',
    '\u0000',
    '\ud83d',
    '\u202eSTOP',
    'ß'.repeat(5_000),
    '🙈'.repeat(300),
    '__proto__',
    'constructor',
    "'; drop table message; --",
    '%s {{1}} \\',
    'STOP',
    '0',
    '-1',
    '0.5',
    '1e999',
    '1e-7',
    'Infinity',
    '0x10',
    '9'.repeat(400),
    '253402300799',
    '253402300800',
    '2147483648',
    '9007199254740993',
    '0000-05',
    '+49151',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const NUMBERS: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    0,
    -1,
    0.5,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31) - 1,
    32_768,
    2 ** 53,
    1e21,
    1e308,
    5e-324,
  ),
  fc.double({ noNaN: true }),
  fc.integer().map(String),
)
const OTHERS = fc.constantFrom<unknown>(null, true, false, 'true', 1, {}, [], [null])

/** One change to a body. */
export type Mutation =
  | { how: 'near'; where: number; text: unknown; number: unknown; other: unknown }
  | { how: 'odd' | 'more'; where: number; anywhere: boolean; value: unknown }
  | { how: 'gone' | 'twice'; where: number; anywhere: boolean }

/** Mostly inside of what the updates say; seldom in the frame around them, where it keeps everything else from being read. */
export const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      how: fc.constant('near'),
      where: fc.nat(),
      text: TEXTS,
      number: NUMBERS,
      other: OTHERS,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      how: fc.constantFrom('odd', 'more'),
      where: fc.nat(),
      anywhere: seldom(),
      value: ODD,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ how: fc.constantFrom('gone', 'twice'), where: fc.nat(), anywhere: seldom() }),
  },
)

function seldom(): fc.Arbitrary<boolean> {
  return fc.nat(7).map((n) => n === 0)
}

type Fields = Record<string, unknown>

/** Replaces, removes, doubles or adds something in a body. */
export function mutate(root: object, mutation: Mutation): void {
  const near = mutation.how === 'near'
  const places = placesIn(root, near || !mutation.anywhere, near)
  const [parent, key] = places[mutation.where % places.length] ?? []
  if (!parent || key === undefined) return
  switch (mutation.how) {
    case 'near':
      parent[key] = nearTo(parent[key], mutation)
      return
    case 'odd':
      // A value of its own each time: the next mutation may be inside of it, and one put into itself has no end.
      parent[key] = structuredClone(mutation.value)
      return
    case 'more':
      parent[`${key}_new`] = structuredClone(mutation.value)
      return
    case 'gone':
      delete parent[key]
      return
    case 'twice':
      parent[key] = [parent[key], parent[key]]
  }
}

function nearTo(value: unknown, { text, number, other }: Extract<Mutation, { how: 'near' }>): unknown {
  if (typeof value === 'string') return text
  return typeof value === 'number' ? number : structuredClone(other)
}

/** @param inside only what updates say, not the frame nor the number it is about @param leaves only single values */
function placesIn(root: object, inside: boolean, leaves: boolean): [Fields, string][] {
  const places: [Fields, string][] = []
  // No recursion: what was put in before may be nested deeper than a stack allows.
  const nodes: { node: unknown; within: boolean }[] = [{ node: root, within: !inside }]
  for (let next = nodes.pop(); next; next = nodes.pop()) {
    const { node, within } = next
    if (typeof node !== 'object' || node === null) continue
    for (const [key, value] of Object.entries(node)) {
      if (inside && key === 'metadata') continue
      if (within && !(leaves && typeof value === 'object' && value !== null))
        places.push([node as Fields, key])
      nodes.push({ node: value, within: within || key === 'value' })
    }
  }
  return places
}
