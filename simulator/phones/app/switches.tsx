import { IconMoon, IconSun } from '@tabler/icons-react'
import { IconButton } from '../ui/icon-button.tsx'
import { go } from './route.ts'
import { useSettings } from './settings.tsx'
import s from './switches.module.css'

/** Language and theme. */
export function Switches() {
  const { words, lang, theme } = useSettings()
  return (
    <>
      <IconButton
        label={words.switchLanguage}
        data-testid="switch-language"
        onClick={() => go({ lang: lang === 'de' ? 'en' : 'de' })}
      >
        <span className={s.lang} lang={lang === 'de' ? 'en' : 'de'}>
          {lang === 'de' ? 'EN' : 'DE'}
        </span>
      </IconButton>
      <IconButton
        label={theme === 'dark' ? words.switchToLight : words.switchToDark}
        data-testid="switch-theme"
        onClick={() => go({ theme: theme === 'dark' ? 'light' : 'dark' })}
      >
        {theme === 'dark' ? <IconSun size={20} /> : <IconMoon size={20} />}
      </IconButton>
    </>
  )
}
