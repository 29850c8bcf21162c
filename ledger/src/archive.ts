import { concat, equal, utf8 } from './bytes.ts'
import { LedgerError } from './error.ts'

// A ZIP archive that has one spelling: entries are stored, not compressed, in the order of their names, and carry no
// time. Every unzip program reads it; we read only what we would have written, so no byte of it can change unseen.

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_LENGTH = 30
const VERSION = 20
const UTF8_NAMES = 0x0800
const FIRST_OF_JANUARY_1980 = 0x0021
const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/

/** Files by path. */
export type Files = ReadonlyMap<string, Uint8Array>

/**
 * Packs files. The same files give the same bytes, always.
 *
 * @throws LedgerError `pack` for a path that is not plain (letters, digits, dots, dashes, slashes).
 */
export function writeArchive(files: Files): Uint8Array {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const [path, content] of entries) {
    if (!NAME.test(path) || path.includes('..')) throw new LedgerError('pack', 'a path in a pack is plain')
    const name = utf8(path)
    const about = [UTF8_NAMES, 0, 0, FIRST_OF_JANUARY_1980]
    const sizes = [crc32(content), content.length, content.length]
    const entry = concat(
      longs(LOCAL),
      shorts(VERSION, ...about),
      longs(...sizes),
      shorts(name.length, 0),
      name,
    )
    central.push(
      longs(CENTRAL),
      shorts(VERSION, VERSION, ...about),
      longs(...sizes),
      shorts(name.length, 0, 0, 0, 0),
      longs(0, offset),
      name,
    )
    local.push(entry, content)
    offset += entry.length + content.length
  }
  const directory = concat(...central)
  const count = entries.length
  const end = concat(longs(END), shorts(0, 0, count, count), longs(directory.length, offset), shorts(0))
  return concat(...local, directory, end)
}

/**
 * Unpacks what `writeArchive` wrote.
 *
 * @throws LedgerError `pack` for any other archive, also one with the same files that was packed anew.
 */
export function readArchive(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files = new Map<string, Uint8Array>()
  let at = 0
  while (at + LOCAL_LENGTH <= bytes.length && view.getUint32(at, true) === LOCAL) {
    const size = view.getUint32(at + 18, true)
    const nameLength = view.getUint16(at + 26, true)
    const start = at + LOCAL_LENGTH + nameLength
    if (start + size > bytes.length) break
    const name = String.fromCharCode(...bytes.subarray(at + LOCAL_LENGTH, start))
    files.set(name, bytes.slice(start, start + size))
    at = start + size
  }
  if (files.size === 0 || !equal(writeArchive(files), bytes)) {
    throw new LedgerError(
      'pack',
      'this is not the archive as it was handed out: it was changed, or packed anew',
    )
  }
  return files
}

/** 16-bit numbers, little-endian. */
function shorts(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]))
}

/** 32-bit numbers, little-endian. */
function longs(...values: readonly number[]): Uint8Array {
  return shorts(...values.flatMap((value) => [value & 0xffff, value >>> 16]))
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as ZIP wants it; finds accidents, proves nothing. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
