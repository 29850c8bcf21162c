import type { paths } from './types.gen.ts'

type Operation<P extends keyof paths, M extends keyof paths[P]> = NonNullable<paths[P][M]>

type Json<T> = T extends { content: { 'application/json': infer Content } } ? Content : never

/** What an operation answers when it did what was asked: `Ok<'/api/v1/contacts/{id}', 'get'>`. */
export type Ok<P extends keyof paths, M extends keyof paths[P]> =
  Operation<P, M> extends { responses: infer Responses }
    ? Json<Responses[keyof Responses & (200 | 201)]>
    : never

/** What an operation takes as its body. */
export type Body<P extends keyof paths, M extends keyof paths[P]> =
  Operation<P, M> extends { requestBody?: infer Request } ? Json<Request> : never
