import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'

export type UiLanguage = 'de' | 'en'

const storageKey = 'jawort-language'

/** Every words file, loaded only when its namespace (= its folder) is first shown in that language. */
const files = import.meta.glob<{ default: Record<string, unknown> }>([
  '../app/words.*.ts',
  '../design/words.*.ts',
  '../pages/*/words.*.ts',
])

const pathOf = (language: string, namespace: string): string =>
  namespace === 'app' || namespace === 'design'
    ? `../${namespace}/words.${language}.ts`
    : `../pages/${namespace}/words.${language}.ts`

const backend: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = files[pathOf(language, namespace)]
    if (!load) return done(new Error(`No words for ${namespace} in ${language}`), null)
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    )
  },
}

const isUiLanguage = (value: string | null): value is UiLanguage => value === 'de' || value === 'en'

/** The language chosen here before, else the browser's, else German. */
function preferredLanguage(): UiLanguage {
  const stored = localStorage.getItem(storageKey)
  if (isUiLanguage(stored)) return stored
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2))
  return spoken.find(isUiLanguage) ?? 'de'
}

/** Loads the frame's words; must be awaited before the first render. */
export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      fallbackLng: false,
      ns: ['app', 'design'],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      returnNull: false,
    })
}

export async function chooseLanguage(language: UiLanguage): Promise<void> {
  localStorage.setItem(storageKey, language)
  await i18next.changeLanguage(language)
}

export default i18next
