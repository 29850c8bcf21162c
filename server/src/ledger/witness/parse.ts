/** What a log asks its witness: "you last saw `old` leaves; these hashes show that the checkpoint continues them". */
export interface Request {
  old: number
  proof: Uint8Array[]
  note: string
  /** The log's name, as the note says; not checked yet. */
  origin: string
}

/** Reads the body of add-checkpoint (C2SP tlog-witness); undefined when it is malformed. */
export function parseRequest(body: string): Request | undefined {
  const border = body.indexOf('\n\n')
  const [first = '', ...lines] = body.slice(0, Math.max(border, 0)).split('\n')
  const old = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1]
  const proof = lines.map((line) => new Uint8Array(Buffer.from(line, 'base64')))
  const exact = proof.every(
    (hash, index) => hash.length === 32 && Buffer.from(hash).toString('base64') === lines[index],
  )
  // A tree has no more levels than a size has bits.
  if (old === undefined || !exact || proof.length > 63) return undefined
  const note = body.slice(border + 2)
  return { old: Number(old), proof, note, origin: note.slice(0, Math.max(note.indexOf('\n'), 0)) }
}
