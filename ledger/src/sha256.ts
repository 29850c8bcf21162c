/** The first 32 fractional bits of `root(p)` for the first `count` primes p: SHA-256's constants (FIPS 180-4 §4.2.2, §5.3.3). */
function fractionsOfPrimes(count: number, root: (prime: number) => number): DataView {
  const words = new DataView(new ArrayBuffer(count * 4))
  for (let candidate = 2, found = 0; found < count; candidate++) {
    let divisor = 2
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor++
    if (divisor * divisor > candidate) words.setInt32(4 * found++, (root(candidate) % 1) * 2 ** 32)
  }
  return words
}

const ROUND = fractionsOfPrimes(64, Math.cbrt)
const START = fractionsOfPrimes(8, Math.sqrt)

// Scratch memory shared by all calls: the function is synchronous, so no two calls are ever inside it together.
const words = new DataView(new ArrayBuffer(64 * 4))
const tail = new Uint8Array(128)
const tailView = new DataView(tail.buffer)

function compress(state: DataView, block: DataView, offset: number): void {
  for (let i = 0; i < 64; i += 4) words.setInt32(i, block.getInt32(offset + i))
  for (let i = 64; i < 256; i += 4) {
    const x = words.getInt32(i - 60)
    const y = words.getInt32(i - 8)
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    words.setInt32(i, (words.getInt32(i - 64) + s0 + words.getInt32(i - 28) + s1) | 0)
  }
  let a = state.getInt32(0)
  let b = state.getInt32(4)
  let c = state.getInt32(8)
  let d = state.getInt32(12)
  let e = state.getInt32(16)
  let f = state.getInt32(20)
  let g = state.getInt32(24)
  let h = state.getInt32(28)
  for (let i = 0; i < 256; i += 4) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const choice = (e & f) ^ (~e & g)
    const t1 = (h + s1 + choice + ROUND.getInt32(i) + words.getInt32(i)) | 0
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
  state.setInt32(0, state.getInt32(0) + a)
  state.setInt32(4, state.getInt32(4) + b)
  state.setInt32(8, state.getInt32(8) + c)
  state.setInt32(12, state.getInt32(12) + d)
  state.setInt32(16, state.getInt32(16) + e)
  state.setInt32(20, state.getInt32(20) + f)
  state.setInt32(24, state.getInt32(24) + g)
  state.setInt32(28, state.getInt32(28) + h)
}

/**
 * SHA-256 (FIPS 180-4), 32 bytes, synchronous in Node and in the browser alike. WebCrypto is asynchronous, which
 * would make every tree function asynchronous; on the 65-byte inputs of a tree this is as fast as `node:crypto`.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = new Uint8Array(32)
  const state = new DataView(digest.buffer)
  for (let i = 0; i < 32; i += 4) state.setInt32(i, START.getInt32(i))
  const message = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % 64)
  for (let offset = 0; offset < whole; offset += 64) compress(state, message, offset)
  const rest = bytes.length - whole
  const end = rest < 56 ? 64 : 128
  tail.fill(0)
  tail.set(bytes.subarray(whole))
  tail[rest] = 0x80
  tailView.setUint32(end - 8, Math.floor(bytes.length / 2 ** 29))
  tailView.setUint32(end - 4, bytes.length * 8)
  for (let offset = 0; offset < end; offset += 64) compress(state, tailView, offset)
  return digest
}
