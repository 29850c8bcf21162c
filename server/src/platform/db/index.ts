export { binaryArray } from './binary-array.ts'
export { migrate, SchemaTooNewError } from './migrate.ts'
export { type Database, DatabaseBusyError, type Db, openDatabase } from './open.ts'
export type { DB } from './types.gen.ts'
