import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { de } from '../words/de.ts'
import { en, type Words } from '../words/en.ts'
import { type Lang, type Theme, useRoute } from './route.ts'
import { useMedia } from './use-media.ts'

interface SettingsValue {
  lang: Lang
  locale: string
  theme: Theme
  words: Words
}

const SettingsContext = createContext<SettingsValue>({
  lang: 'en',
  locale: 'en-GB',
  theme: 'light',
  words: en,
})

/** Language and theme: the address decides, else the browser. */
export function Settings({ children }: { children: ReactNode }) {
  const route = useRoute()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const lang = route.lang ?? (navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en')
  const theme = route.theme ?? (dark ? 'dark' : 'light')
  const value = useMemo<SettingsValue>(
    () => ({ lang, locale: lang === 'de' ? 'de-DE' : 'en-GB', theme, words: lang === 'de' ? de : en }),
    [lang, theme],
  )

  useEffect(() => {
    document.documentElement.lang = lang
    document.documentElement.dataset['theme'] = theme
    document.title = value.words.pageTitle
  }, [lang, theme, value])

  return <SettingsContext value={value}>{children}</SettingsContext>
}

/** Language, locale, theme and all words of the page. */
export function useSettings(): SettingsValue {
  return useContext(SettingsContext)
}

/** The words of the current language. */
export function useWords(): Words {
  return useContext(SettingsContext).words
}
