/** The first 32 fractional bits of `root(p)` for the first `count` primes p: SHA-256's constants (FIPS 180-4 §4.2.2, §5.3.3). */
function fractionsOfPrimes(count: number, root: (prime: number) => number): Int32Array {
  const words = new Int32Array(count)
  for (let candidate = 2, found = 0; found < count; candidate++) {
    let divisor = 2
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor++
    if (divisor * divisor > candidate) words[found++] = (root(candidate) % 1) * 2 ** 32
  }
  return words
}

const ROUND = fractionsOfPrimes(64, Math.cbrt)
const START = fractionsOfPrimes(8, Math.sqrt)

// Scratch memory shared by all calls: the function is synchronous, so no two calls are ever inside it together.
const words = new Int32Array(64)
const tail = new Uint8Array(128)
const tailView = new DataView(tail.buffer)

/** The word at a place that is there; the compiler cannot know that, and the machine asks for nothing. */
const at = (array: Int32Array, i: number) => array[i] as number
const byte = (array: Uint8Array, i: number) => array[i] as number

function compress(state: Int32Array, block: Uint8Array, offset: number): void {
  for (let i = 0, from = offset; i < 16; i++, from += 4) {
    words[i] =
      (byte(block, from) << 24) |
      (byte(block, from + 1) << 16) |
      (byte(block, from + 2) << 8) |
      byte(block, from + 3)
  }
  for (let i = 16; i < 64; i++) {
    const x = at(words, i - 15)
    const y = at(words, i - 2)
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    words[i] = (at(words, i - 16) + s0 + at(words, i - 7) + s1) | 0
  }
  let a = at(state, 0)
  let b = at(state, 1)
  let c = at(state, 2)
  let d = at(state, 3)
  let e = at(state, 4)
  let f = at(state, 5)
  let g = at(state, 6)
  let h = at(state, 7)
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const choice = (e & f) ^ (~e & g)
    const t1 = (h + s1 + choice + at(ROUND, i) + at(words, i)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + s0 + majority) | 0
  }
  state[0] = at(state, 0) + a
  state[1] = at(state, 1) + b
  state[2] = at(state, 2) + c
  state[3] = at(state, 3) + d
  state[4] = at(state, 4) + e
  state[5] = at(state, 5) + f
  state[6] = at(state, 6) + g
  state[7] = at(state, 7) + h
}

/**
 * SHA-256 (FIPS 180-4), 32 bytes, synchronous in Node and in the browser alike. WebCrypto is asynchronous, which
 * would make every tree function asynchronous; on the 65-byte inputs of a tree this is as fast as `node:crypto`.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = START.slice()
  const whole = bytes.length - (bytes.length % 64)
  for (let offset = 0; offset < whole; offset += 64) compress(state, bytes, offset)
  const rest = bytes.length - whole
  const end = rest < 56 ? 64 : 128
  tail.fill(0)
  tail.set(bytes.subarray(whole))
  tail[rest] = 0x80
  tailView.setUint32(end - 8, Math.floor(bytes.length / 2 ** 29))
  tailView.setUint32(end - 4, bytes.length * 8)
  for (let offset = 0; offset < end; offset += 64) compress(state, tail, offset)
  const digest = new Uint8Array(32)
  const view = new DataView(digest.buffer)
  for (let i = 0; i < 8; i++) view.setInt32(4 * i, at(state, i))
  return digest
}
