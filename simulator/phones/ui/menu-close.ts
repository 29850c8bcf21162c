import { createContext } from 'react'

/** Closes the menu an item sits in. */
export const MenuCloseContext = createContext<() => void>(() => {})
