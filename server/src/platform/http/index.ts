export * from './paging.ts'
export { type Language, languageOf } from './problem.ts'
export { type Api, createServer, type Routes } from './server.ts'
