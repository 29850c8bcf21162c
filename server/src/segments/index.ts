export { rulesCondition } from './condition.ts'
export { segmentRoutes } from './routes.ts'
export { Rules } from './rules.ts'
export { findSegment, type Segment } from './segment.ts'
