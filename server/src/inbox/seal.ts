/** Where a message's sealed content belongs. */
export const contentPlace = (wamidDigest: string) => `inbound:${wamidDigest}`

/** What the business wrote on its phone stands beside what people wrote, under this type; its content names the kind. */
export const ECHO = 'echo'
