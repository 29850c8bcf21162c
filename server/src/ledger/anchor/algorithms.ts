import { fromBER, Null, Sequence } from 'asn1js'
import type { AlgorithmIdentifier, SignerInfo } from 'pkijs'
import { isDer } from './der.ts'

const ECDSA = '1.2.840.10045.4.'
/** The parser takes an ENUMERATED for one as well. */
const INTEGER = 2
const RSA_PSS = '1.2.840.113549.1.1.10'

/** True when the algorithm has no parameters, or NULL, which says the same. */
export function isBare({ algorithmParams }: AlgorithmIdentifier): boolean {
  return !algorithmParams || algorithmParams instanceof Null
}

/** True when the signature and its algorithm have the one spelling that their standards give them. */
export function hasExactSignature({ signatureAlgorithm, signature }: SignerInfo): boolean {
  const { algorithmId } = signatureAlgorithm
  if (algorithmId.startsWith(ECDSA)) return isEcdsa(signature.valueBlock.valueHexView)
  return algorithmId === RSA_PSS || isBare(signatureAlgorithm)
}

/** Two numbers (RFC 3279 §2.2.3). */
function isEcdsa(bytes: Uint8Array): boolean {
  const { result } = fromBER(new Uint8Array(bytes))
  const numbers = result instanceof Sequence ? result.valueBlock.value : []
  return isDer(bytes) && numbers.length === 2 && numbers.every(({ idBlock }) => idBlock.tagNumber === INTEGER)
}
