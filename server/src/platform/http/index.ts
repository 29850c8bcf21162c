export * from './paging.ts'
export { type Language, languageOf, ProblemBody } from './problem.ts'
export { type Api, createServer, type Routes } from './server.ts'
