export { makeReviews, makeReviewsJob } from './make.ts'
export { reviewRoutes } from './routes.ts'
