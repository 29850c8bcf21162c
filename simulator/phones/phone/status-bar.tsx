import { useSettings } from '../app/settings.tsx'
import { clock } from '../ui/when.ts'
import s from './status-bar.module.css'
import { useNow } from './use-now.ts'

/** Time, camera, signal and battery. Decoration, so not spoken. */
export function StatusBar() {
  const { locale } = useSettings()
  const now = useNow()
  return (
    <div className={s.bar} aria-hidden="true">
      <span className={s.time}>{clock(now, locale)}</span>
      <i className={s.camera} />
      <svg className={s.signs} viewBox="0 0 66 14" width="66" height="14" aria-hidden="true">
        <rect x="0" y="9" width="3" height="4" rx="1" />
        <rect x="4.8" y="6.5" width="3" height="6.5" rx="1" />
        <rect x="9.6" y="4" width="3" height="9" rx="1" />
        <rect x="14.4" y="1" width="3" height="12" rx="1" />
        <path d="M30 11.4l2-2.4a3 3 0 0 0-4 0zM25.4 6a7 7 0 0 1 9.2 0l1.3-1.6a9 9 0 0 0-11.8 0z" />
        <rect
          x="42.5"
          y="1.5"
          width="20"
          height="11"
          rx="3.6"
          fill="none"
          stroke="currentColor"
          opacity="0.5"
        />
        <rect x="44.2" y="3.2" width="13" height="7.6" rx="2.2" />
        <rect x="63.6" y="5" width="1.7" height="4" rx="0.8" opacity="0.6" />
      </svg>
    </div>
  )
}
