export { answerWish } from './answer-chat.ts'
export { forgetPreferences } from './forget-person.ts'
export { revokeLinks } from './link.ts'
export { mountPreferences } from './routes.ts'
