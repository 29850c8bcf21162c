export { joinContacts } from './join.ts'
export { mergeRoutes } from './routes.ts'
export { refuteMerge } from './undo.ts'
