export { getCard } from './get.ts'
export { cardRoutes } from './routes.ts'
export { listTimeline } from './timeline.ts'
export { whyContact } from './why.ts'
