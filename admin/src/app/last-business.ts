const storageKey = 'jawort-business'

/** The slug of the business that was last on screen in this browser. */
export const lastBusiness = (): string | null => localStorage.getItem(storageKey)

export const rememberBusiness = (slug: string): void => localStorage.setItem(storageKey, slug)
