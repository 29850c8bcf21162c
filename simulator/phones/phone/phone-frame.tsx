import type { ReactNode } from 'react'
import s from './phone-frame.module.css'
import { StatusBar } from './status-bar.tsx'

/** The device around the messenger; on a real phone's width only its screen is left. */
export function PhoneFrame({ children }: { children: ReactNode }) {
  return (
    <div className={s.device}>
      <i className={s.volume} />
      <i className={s.power} />
      <div className={s.screen}>
        <StatusBar />
        {children}
        <i className={s.homeBar} />
      </div>
    </div>
  )
}
