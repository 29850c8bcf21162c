import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, detectDelimiter } from './csv.ts'
import { openCsv } from './import-read.ts'

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function decode(bytes: Buffer, size = 3): Promise<string> {
  let text = ''
  for await (const piece of decodeText(inPieces(bytes, size))) text += piece
  return text
}

async function read(text: string | Buffer, size = 7) {
  const file = await openCsv(inPieces(Buffer.from(text as string), size), 'DE')
  const records = []
  for await (const batch of file.batches) records.push(...batch)
  return { columns: file.columns, records }
}

describe('the encoding of an uploaded file', () => {
  const text = 'name;stadt\nJörg Müßig;Köln\nZoë €;Paris\n'
  const latin = Buffer.from('name;stadt\nJörg Müßig;Köln\n', 'latin1')

  it.each([1, 2, 3, 4, 5, 64])('reads UTF-8, with and without mark, in pieces of %i bytes', async (size) => {
    expect(await decode(Buffer.from(text), size)).toBe(text)
    expect(await decode(Buffer.from(`\ufeff${text}`), size)).toBe(text)
  })

  it.each([1, 2, 3, 64])('reads windows-1252 and UTF-16 in pieces of %i bytes', async (size) => {
    expect(await decode(latin, size)).toBe('name;stadt\nJörg Müßig;Köln\n')
    expect(await decode(Buffer.concat([latin, Buffer.of(0x80)]), size)).toContain('€')
    expect(await decode(Buffer.from(`\ufeff${text}`, 'utf16le'), size)).toBe(text)
  })

  it('gives back any text that was written as UTF-8, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), async (any, size) => {
        const written = Buffer.from(any)
        fc.pre(!any.startsWith('\ufeff') && !(written[0] === 0xff || written[0] === 0xfe))
        expect(await decode(written, size)).toBe(written.toString())
      }),
    )
  })

  it('finds an umlaut after many kilobytes of plain letters', async () => {
    const long = `${'a'.repeat(200_000)};Ärger`
    expect(await decode(Buffer.from(long, 'latin1'), 65_536)).toBe(long)
    expect(await decode(Buffer.from(long), 65_536)).toBe(long)
  })
})

describe('the delimiter', () => {
  it.each([
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a,b\n"x;y",2\n', ','],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b|c\n', '|'],
    ['phone\n0151\n', ','],
  ])('of %j is %j', (text, delimiter) => expect(detectDelimiter(text)).toBe(delimiter))
})

describe('records', () => {
  it('name the line they begin in', async () => {
    const { columns, records } = await read('Name;Telefon\r\nAnna;1\r\n"Ben\nB";2\r\n\r\nCleo;3\r\n')
    expect(columns).toEqual(['Name', 'Telefon'])
    expect(records).toEqual([
      { line: 2, cells: ['Anna', '1'] },
      { line: 3, cells: ['Ben\nB', '2'] },
      { line: 6, cells: ['Cleo', '3'] },
    ])
  })

  it('survive a quote that never closes: it costs its own line and no other', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => `C${index};${index}`)
    const { records } = await read(`Name;Telefon\n"Ben;1\n${lines.join('\n')}\n"D;2`)
    expect(records.filter((record) => record.cells === null).map((record) => record.line)).toEqual([2, 103])
    expect(records).toHaveLength(102)
  })

  it('are the same whether any line of the file has quotes or none', async () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/["\n\r;]/.test(text))
    const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const text = ['Name;Telefon;A;B', ...rows.map((cells) => cells.join(';'))].join('\n')
        const plain = await read(text, 4096)
        const quoted = await read(`${text}\n"x";y;z;a`, 4096)
        expect(plain.records).toEqual(quoted.records.slice(0, -1))
      }),
    )
  })

  it('begin in the first line when it holds a number', async () => {
    const { columns, records } = await read('0151 23456789;Anna\n')
    expect(columns).toEqual(['#1', '#2'])
    expect(records).toEqual([{ line: 1, cells: ['0151 23456789', 'Anna'] }])
  })

  it('follow what Excel says of its delimiter', async () => {
    expect((await read('sep=|\nName|Telefon\nAnna|1\n')).records).toEqual([{ line: 3, cells: ['Anna', '1'] }])
  })

  it('are not there in an empty file', async () => {
    await expect(read(' \n')).rejects.toThrow('file_empty')
  })
})
