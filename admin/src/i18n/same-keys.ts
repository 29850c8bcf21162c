/** The shape of a words file with any text in it: the English file of a page must have exactly the German file's keys. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }
