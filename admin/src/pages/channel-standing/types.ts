import type { Ok } from '../../api/answers.ts'

export type ChannelDetail = Ok<'/api/v1/standing/channels/{id}', 'get'>
