import type { Ok } from '../../api/answers.ts'

export type Review = Ok<'/api/v1/reviews/{quarter}', 'get'>
