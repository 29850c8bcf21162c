export { DatabaseBusyError, type Database, type Db, openDatabase } from './open.ts'
export { migrate, SchemaTooNewError } from './migrate.ts'
export type { DB } from './types.gen.ts'
