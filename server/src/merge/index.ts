export { joinContacts } from './join.ts'
