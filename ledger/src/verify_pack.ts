import { fromHex, toHex, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { LedgerError } from './error.ts'
import { parseVerifierKey, type VerifierKey } from './key.ts'
import type { Leaf } from './leaf.ts'
import { MANIFEST, type Manifest, openManifest } from './manifest.ts'
import { parseProof } from './proof_file.ts'
import { sha256 } from './sha256.ts'
import { openTimeToken } from './time_token.ts'
import type { Verdict } from './verdict.ts'
import { type EvidenceReport, type Opening, verifyEvidence } from './verify_evidence.ts'

/** What was looked at. */
export type PackStep =
  | 'archive'
  | 'signature'
  | 'files'
  | 'checkpoint'
  | 'inclusion'
  | 'evidence'
  | 'wording'
  | 'time'
  | 'authority'

/** One line of a report: what was looked at, where, and what came out. */
export type PackCheck = {
  readonly step: PackStep
  /** The event's folder; empty for the pack as a whole. */
  readonly subject: string
  readonly verdict: Verdict
  /** Numbers, names and hashes that the line is about, or what is wrong. */
  readonly detail: string
  /** Nobody could look: the line says what is missing for it, and the verdict is none. */
  readonly unchecked?: true
}

/**
 * Whether a certificate that somebody here trusts vouches for the authority behind a time stamp token. Given by the caller, who has
 * the certificates: there is no list of them here.
 */
export type Vouch = (
  token: Uint8Array,
  data: Uint8Array,
) => Promise<{ readonly ok: true; readonly root: string } | { readonly ok: false; readonly detail: string }>

/** One consent event of a pack that holds. */
export type PackEvent = {
  readonly subject: string
  readonly leaf: Leaf
  /** The evidence; undefined when it was shredded. */
  readonly payload: unknown
  /** The wording that was shown, when the pack has it. */
  readonly wording: string | undefined
}

export type PackReport = {
  readonly verdict: Verdict
  /** The key that everything was held against; undefined when there is none. */
  readonly key: VerifierKey | undefined
  /** True when the caller gave the key; false when it came with the pack and must be compared by a person. */
  readonly keyGiven: boolean
  readonly issuedAt: string | undefined
  readonly checks: readonly PackCheck[]
  readonly events: readonly PackEvent[]
}

/** Names inside a pack. */
export const PACK = {
  key: 'log.key',
  events: 'events/',
  leaf: 'leaf.json',
  payload: 'payload.json',
  salt: 'salt.hex',
  proof: 'leaf.tlog-proof',
  wording: (hash: string) => `wordings/${hash}.txt`,
  /** An RFC 3161 token over the checkpoint of that size. */
  time: (size: number) => `time/${size}.tsr`,
} as const

/** The worst first: what a pack as a whole is worth. */
const ORDER: readonly Verdict[] = [
  'badSignature',
  'tampered',
  'notIncluded',
  'badTimeToken',
  'shredded',
  'valid',
]

/**
 * Checks a proof pack offline, line by line. Never throws for a wrong pack; `EXIT_CODES[verdict]` is the exit code.
 *
 * @param files the pack's files by path (see `readArchive`)
 * @param keys the log's keys from a source other than the pack; without them the key in the pack is used, and whoever
 * reads the report has to compare it
 * @param vouch without it the report says that nobody looked who vouches for the time-stamping authority
 */
export async function verifyPack(
  files: ReadonlyMap<string, Uint8Array>,
  keys?: readonly VerifierKey[],
  vouch?: Vouch,
): Promise<PackReport> {
  const checks: PackCheck[] = []
  const events: PackEvent[] = []
  const trusted = keys ?? keyOf(files)
  const manifest = await checkManifest(files, trusted, checks)
  if (manifest) {
    checkFiles(files, manifest, checks)
    for (const subject of subjectsOf(files)) {
      const event = await checkEvent(files, subject, trusted, manifest.origin, checks)
      if (event) events.push(event)
    }
    await checkTimes(files, checks, vouch)
    if (subjectsOf(files).length === 0) {
      checks.push({ step: 'files', subject: '', verdict: 'tampered', detail: 'there is no event in it' })
    }
  }
  return {
    verdict: ORDER.find((verdict) => checks.some((check) => check.verdict === verdict)) ?? 'tampered',
    key: trusted.find(({ name }) => name === manifest?.origin),
    keyGiven: keys !== undefined,
    issuedAt: manifest?.issuedAt,
    checks,
    events,
  }
}

function keyOf(files: ReadonlyMap<string, Uint8Array>): VerifierKey[] {
  try {
    return [parseVerifierKey(text(files, PACK.key))]
  } catch (error) {
    if (error instanceof LedgerError) return []
    throw error
  }
}

async function checkManifest(
  files: ReadonlyMap<string, Uint8Array>,
  keys: readonly VerifierKey[],
  checks: PackCheck[],
): Promise<Manifest | undefined> {
  try {
    const manifest = await openManifest(text(files, MANIFEST), keys)
    checks.push({ step: 'signature', subject: '', verdict: 'valid', detail: manifest.origin })
    return manifest
  } catch (error) {
    checks.push({ step: 'signature', subject: '', ...faultOf(error) })
    return undefined
  }
}

/** Every file is listed, every listed file is there, and none was changed. */
function checkFiles(files: ReadonlyMap<string, Uint8Array>, { hashes }: Manifest, checks: PackCheck[]): void {
  const before = checks.length
  const wrong = (detail: string) => checks.push({ step: 'files', subject: '', verdict: 'tampered', detail })
  for (const path of files.keys()) if (path !== MANIFEST && !hashes.has(path)) wrong(`${path}: not listed`)
  for (const [path, hash] of hashes) {
    const content = files.get(path)
    if (!content) wrong(`${path}: missing`)
    else if (toHex(sha256(content)) !== hash) wrong(`${path}: changed`)
  }
  if (checks.length === before) {
    checks.push({ step: 'files', subject: '', verdict: 'valid', detail: String(hashes.size) })
  }
}

function subjectsOf(files: ReadonlyMap<string, Uint8Array>): string[] {
  const folders = [...files.keys()]
    .filter((path) => path.startsWith(PACK.events))
    .map((path) => path.slice(0, path.lastIndexOf('/')))
  return [...new Set(folders)].sort()
}

async function checkEvent(
  files: ReadonlyMap<string, Uint8Array>,
  subject: string,
  keys: readonly VerifierKey[],
  origin: string,
  checks: PackCheck[],
): Promise<PackEvent | undefined> {
  const push = (step: PackStep, verdict: Verdict, detail: string) =>
    checks.push({ step, subject, verdict, detail })
  let opening: Opening | 'shredded'
  let report: EvidenceReport
  try {
    opening = openingOf(files, subject)
    const evidence = {
      leaf: file(files, `${subject}/${PACK.leaf}`),
      opening,
      proof: text(files, `${subject}/${PACK.proof}`),
    }
    report = await verifyEvidence(evidence, keys)
  } catch (error) {
    const { verdict, detail } = faultOf(error)
    push('evidence', verdict, detail)
    return undefined
  }
  if ('reason' in report) {
    const step = { badSignature: 'checkpoint', notIncluded: 'inclusion', tampered: 'evidence' } as const
    push(step[report.verdict], report.verdict, report.reason)
    return undefined
  }
  const { leaf, checkpoint } = report
  if (leaf.origin !== origin) {
    push('inclusion', 'tampered', 'it is from another log than the pack')
    return undefined
  }
  push('checkpoint', 'valid', `${checkpoint.size} · ${toHex(checkpoint.root)}`)
  push('inclusion', 'valid', String(leaf.seq))
  if (opening !== 'shredded' && !agrees(opening.payload, leaf)) {
    push('evidence', 'tampered', 'the evidence tells another time or event than its leaf')
    return undefined
  }
  push('evidence', report.verdict, `${leaf.type} · ${leaf.t}`)
  const wording = checkWording(files, leaf, push)
  return { subject, leaf, payload: opening === 'shredded' ? undefined : opening.payload, wording }
}

function openingOf(files: ReadonlyMap<string, Uint8Array>, subject: string): Opening | 'shredded' {
  const payloadPath = `${subject}/${PACK.payload}`
  const saltPath = `${subject}/${PACK.salt}`
  if (!files.has(payloadPath) && !files.has(saltPath)) return 'shredded'
  const salt = fromHex(text(files, saltPath))
  if (!salt) throw new LedgerError('pack', 'the salt is not hex')
  const written = text(files, payloadPath)
  const payload: unknown = parseJson(written)
  if (new TextDecoder().decode(canonical(payload)) !== written) {
    throw new LedgerError('pack', 'the evidence is not written in its canonical form')
  }
  return { payload, salt }
}

/** The evidence repeats what the leaf says of the event, where it says it. */
function agrees(payload: unknown, leaf: Leaf): boolean {
  const said = new Map(Object.entries(typeof payload === 'object' && payload !== null ? payload : {}))
  return (
    (!said.has('type') || said.get('type') === leaf.type) && (!said.has('at') || said.get('at') === leaf.t)
  )
}

function checkWording(
  files: ReadonlyMap<string, Uint8Array>,
  { textVersionHash }: Leaf,
  push: (step: PackStep, verdict: Verdict, detail: string) => void,
): string | undefined {
  const content = textVersionHash === '' ? undefined : files.get(PACK.wording(textVersionHash))
  if (!content) return undefined
  const same = toHex(sha256(content)) === textVersionHash
  push('wording', same ? 'valid' : 'tampered', textVersionHash)
  return same ? new TextDecoder().decode(content) : undefined
}

/** Every time stamp is about a checkpoint that proofs in the pack rest on, holds in itself, and somebody trusted vouches for it. */
async function checkTimes(
  files: ReadonlyMap<string, Uint8Array>,
  checks: PackCheck[],
  vouch: Vouch | undefined,
): Promise<void> {
  for (const [path, token] of files) {
    const [, size] = /^time\/(\d+)\.tsr$/.exec(path) ?? []
    if (size === undefined) continue
    try {
      const note = noteOfSize(files, size)
      const { at, authority, fingerprint } = await openTimeToken(token, note)
      const detail = `${at.toISOString()} · ${authority} · ${fingerprint}`
      checks.push({ step: 'time', subject: '', verdict: 'valid', detail })
      checks.push({ subject: '', ...(await checkAuthority(token, note, fingerprint, vouch)) })
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      checks.push({ step: 'time', subject: '', verdict: 'badTimeToken', detail: error.message })
    }
  }
}

async function checkAuthority(
  token: Uint8Array,
  note: Uint8Array,
  fingerprint: string,
  vouch: Vouch | undefined,
): Promise<Omit<PackCheck, 'subject'>> {
  if (!vouch) return { step: 'authority', verdict: 'valid', detail: fingerprint, unchecked: true }
  const answer = await vouch(token, note)
  return answer.ok
    ? { step: 'authority', verdict: 'valid', detail: answer.root }
    : { step: 'authority', verdict: 'badTimeToken', detail: answer.detail }
}

function noteOfSize(files: ReadonlyMap<string, Uint8Array>, size: string): Uint8Array {
  for (const path of files.keys()) {
    if (!path.endsWith(`/${PACK.proof}`)) continue
    const { checkpoint } = parseProof(text(files, path))
    if (checkpoint.split('\n')[1] === size) return utf8(checkpoint)
  }
  throw new LedgerError('time', 'it is about no state in this pack')
}

function file(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const content = files.get(path)
  if (!content) throw new LedgerError('pack', `${path} is missing`)
  return content
}

function text(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const content = file(files, path)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    throw new LedgerError('pack', `${path} is not UTF-8`)
  }
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    throw new LedgerError('pack', 'the evidence is not JSON')
  }
}

function faultOf(error: unknown): { readonly verdict: Verdict; readonly detail: string } {
  if (!(error instanceof LedgerError)) throw error
  return { verdict: error.code === 'signature' ? 'badSignature' : 'tampered', detail: error.message }
}
