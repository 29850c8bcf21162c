import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './sources.module.css'

interface MockShopProps {
  /** What the bubble would be told by the server. */
  config: unknown
  color: string
  position: 'left' | 'right'
}

/** A shop that never was, with the real bubble on it in its preview mode: it asks the network for nothing. */
export function MockShop({ config, color, position }: MockShopProps) {
  const { t } = useTranslation('sources')
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef({})

  useEffect(() => {
    latest.current = { ...(typeof config === 'object' ? config : {}), color }
    place.current?.dispatchEvent(new CustomEvent('jawort:preview', { detail: latest.current }))
  }, [config, color])

  // The bubble reads its side once, so another side is another bubble.
  useEffect(() => {
    const parent = place.current
    if (!parent) return
    const draw = () => parent.dispatchEvent(new CustomEvent('jawort:preview', { detail: latest.current }))
    parent.addEventListener('jawort:ready', draw)
    const script = document.createElement('script')
    script.src = '/widget.js'
    script.async = true
    script.dataset.preview = ''
    script.dataset.position = position
    parent.append(script)
    return () => {
      parent.removeEventListener('jawort:ready', draw)
      parent.replaceChildren()
    }
  }, [position])

  return (
    <figure className={classes.shop} aria-label={t('bubble.preview')}>
      <div className={classes.browser} aria-hidden>
        <i />
        <i />
        <i />
        <span>{t('bubble.address')}</span>
      </div>
      <div className={classes.shopPage}>
        <div className={classes.goods} aria-hidden>
          <span data-wide />
          <span />
          <span />
          <span data-picture />
          <span data-picture />
          <span data-picture />
        </div>
        <div ref={place} className={classes.place} data-side={position} />
      </div>
    </figure>
  )
}
