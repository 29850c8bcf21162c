import { defineHook } from '../platform/index.ts'

/** How long something is kept, as the retention register says. */
interface RetentionFact {
  table: string
  /** In English; tables that people know have words of their own. */
  what: string
  /** Null: it ends with something else. */
  days: number | null
  basis: string
}

/** What is true of the running installation and known only above this feature; handlers fill the list. */
export interface Installation {
  retention: RetentionFact[]
}

/** Asked whenever the record is generated. */
export const describeInstallation = defineHook<Installation>('records.describe_installation')
