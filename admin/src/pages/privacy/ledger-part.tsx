import { useState } from 'react'
import type { LedgerVerdict } from '../../api/campaign-entities.ts'
import { AnchorCard } from './anchor-card.tsx'
import { Entries } from './entries.tsx'
import { LedgerCard } from './ledger-card.tsx'
import classes from './privacy.module.css'
import { Proves } from './proves.tsx'

export function LedgerPart() {
  const [verdict, setVerdict] = useState<LedgerVerdict>()
  return (
    <div className={classes.stack}>
      <LedgerCard verdict={verdict} onVerdict={setVerdict} />
      <AnchorCard />
      <Proves />
      <Entries wrongId={verdict?.ok === false ? (verdict.entryId ?? undefined) : undefined} />
    </div>
  )
}
