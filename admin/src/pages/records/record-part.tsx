import { DocumentView } from './document-view.tsx'
import classes from './records.module.css'

/** The record of processing activities of Art. 30 (C-51). */
export function RecordPart() {
  return (
    <div className={classes.stack}>
      <DocumentView kind="processing" />
    </div>
  )
}
