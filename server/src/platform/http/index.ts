export * from './paging.ts'
export { type Language, languageOf } from './problem.ts'
export { type Api, createServer, equip, type Routes } from './server.ts'
