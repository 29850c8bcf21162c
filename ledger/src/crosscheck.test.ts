import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { formatVerifierKey } from './key.ts'
import { formatProof } from './proof_file.ts'
import { consistencyProof, inclusionProof } from './proofs.ts'
import { sampleLog, sampleRows } from './sample_log.ts'
import { loadFrontier, rootOf } from './tree.ts'

const SIZE = 61
const SCRIPT = fileURLToPath(new URL('crosscheck.py', import.meta.url))
const hasPython = spawnSync('python3', ['--version']).status === 0

/** Everything the Python side checks, made by this package. */
async function material() {
  const { records, checkpoints, readHashes, signer } = await sampleLog(sampleRows(SIZE), [40, SIZE])
  const [early = '', late = ''] = checkpoints
  const roots: string[] = []
  for (let n = 0; n <= SIZE; n++) roots.push(toHex(rootOf(await loadFrontier(n, readHashes))))
  const consistency: { old: number; new: number; proof: string[] }[] = []
  for (let old = 1; old <= SIZE; old += 3) {
    consistency.push({ old, new: SIZE, proof: (await consistencyProof(old, SIZE, readHashes)).map(toHex) })
  }
  const proofs = records.map(async ({ seq }) => {
    const [size, checkpoint] = seq < 40 ? [40, early] : [SIZE, late]
    return formatProof({ index: seq, hashes: await inclusionProof(seq, size, readHashes), checkpoint })
  })
  const openings = records.map(({ opening }) =>
    typeof opening === 'string'
      ? expect.unreachable()
      : { payload: opening.payload, salt: toHex(opening.salt) },
  )
  return {
    leaves: records.map(({ leaf }) => toHex(leaf)),
    roots,
    proofs: await Promise.all(proofs),
    key: formatVerifierKey(signer.key),
    openings,
    consistency,
  }
}

function crosscheck(input: object) {
  return spawnSync('python3', [SCRIPT], { input: JSON.stringify(input), encoding: 'utf8' })
}

describe.skipIf(!hasPython)(
  `an independent reading in Python${hasPython ? '' : ' (skipped: no python3 here)'}`,
  () => {
    test('agrees on roots, proofs, signatures and commitments', async () => {
      const { status, stdout, stderr } = crosscheck(await material())
      expect(stderr).toBe('')
      expect(status).toBe(0)
      expect(JSON.parse(stdout)).toEqual({ roots: 62, proofs: 61, openings: 61, consistency: 21 })
    })

    test('and notices when something does not hold', async () => {
      const good = await material()
      const changed = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1)
      const [root = '', ...roots] = good.roots
      const [proof = '', ...proofs] = good.proofs
      const [opening, ...openings] = good.openings
      expect(crosscheck({ ...good, roots: [changed(root), ...roots] }).stderr).toContain(
        'the root of 0 leaves differs',
      )
      expect(crosscheck({ ...good, proofs: [proof.replace('index 0', 'index 1'), ...proofs] }).status).toBe(1)
      expect(
        crosscheck({ ...good, proofs: [proof.replace('\n40\n', '\n41\n'), ...proofs] }).stderr,
      ).toContain('the signature does not hold')
      expect(crosscheck({ ...good, openings: [{ ...opening, payload: {} }, ...openings] }).stderr).toContain(
        'leaf 0 does not commit',
      )
    })
  },
)
