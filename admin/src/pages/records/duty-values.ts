import type { Contract, Duties } from './types.ts'

/** The statement as the form holds it: texts only; empty is "not stated". */
export type DutyValues = Record<
  | 'address'
  | 'representative'
  | 'dpoName'
  | 'dpoContact'
  | 'dpoReason'
  | 'metaReference'
  | 'metaOn'
  | 'hosterName'
  | 'hosterCountry'
  | 'hosterReference'
  | 'hosterOn'
  | 'operatorName'
  | 'operatorAddress'
  | 'operatorContact'
  | 'authorityName'
  | 'authorityUrl'
  | 'breachHours'
  | 'measures',
  string
> & { dpoKind: 'named' | 'none' | '' }

export function valuesOf(duties: Duties): DutyValues {
  const { dpo, hoster, operator, authority, metaContract } = duties
  return {
    address: duties.address ?? '',
    representative: duties.representative ?? '',
    dpoKind: dpo?.kind ?? '',
    dpoName: dpo?.kind === 'named' ? dpo.name : '',
    dpoContact: dpo?.kind === 'named' ? dpo.contact : '',
    dpoReason: dpo?.kind === 'none' ? dpo.reason : '',
    metaReference: metaContract?.reference ?? '',
    metaOn: metaContract?.signedOn ?? '',
    hosterName: hoster?.name ?? '',
    hosterCountry: hoster?.country ?? '',
    hosterReference: hoster?.contract?.reference ?? '',
    hosterOn: hoster?.contract?.signedOn ?? '',
    operatorName: operator?.name ?? '',
    operatorAddress: operator?.address ?? '',
    operatorContact: operator?.contact ?? '',
    authorityName: authority?.name ?? '',
    authorityUrl: authority?.url ?? '',
    breachHours: String(duties.breachHours),
    measures: duties.measures.join('\n'),
  }
}

/** What the form says, for the API; other processors stay as they are. */
export function dutiesOf(values: DutyValues, before: Duties): Duties {
  const said = (text: string) => text.trim() || null
  const contract = (reference: string, signedOn: string): Contract | null =>
    reference.trim() ? { reference, signedOn } : null
  return {
    ...before,
    address: said(values.address),
    representative: said(values.representative),
    dpo:
      values.dpoKind === 'named'
        ? { kind: 'named', name: values.dpoName, contact: values.dpoContact }
        : values.dpoKind === 'none'
          ? { kind: 'none', reason: values.dpoReason }
          : null,
    metaContract: contract(values.metaReference, values.metaOn),
    hoster: values.hosterName.trim()
      ? {
          name: values.hosterName,
          country: values.hosterCountry.toUpperCase(),
          contract: contract(values.hosterReference, values.hosterOn),
        }
      : null,
    operator: values.operatorName.trim()
      ? {
          name: values.operatorName,
          address: values.operatorAddress,
          contact: values.operatorContact,
        }
      : null,
    authority: values.authorityName.trim()
      ? { name: values.authorityName, url: said(values.authorityUrl) }
      : null,
    breachHours: Number(values.breachHours) || 72,
    measures: values.measures.split('\n').flatMap((line) => said(line) ?? []),
  }
}
