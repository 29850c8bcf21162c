import { IconArrowBackUp, IconCopy, IconExternalLink, IconList, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './message-card.module.css'
import type { ShownButton } from './message-content.ts'

const icons: Record<ShownButton['kind'], typeof IconPhone> = {
  quick_reply: IconArrowBackUp,
  url: IconExternalLink,
  phone_number: IconPhone,
  copy_code: IconCopy,
}

/** More than three, and the phone shows two and a way to the rest. */
const most = 3

interface MessageButtonsProps {
  buttons: readonly ShownButton[]
  /** Opens the sheet with all of them; without it the list cannot be opened. */
  onAll?: ((buttons: readonly ShownButton[]) => void) | undefined
}

/** The buttons below a message, as many as the phone shows at once. */
export function MessageButtons({ buttons, onAll }: MessageButtonsProps) {
  const { t } = useTranslation('design')
  const shown = buttons.length > most ? buttons.slice(0, most - 1) : buttons
  return (
    <>
      <ButtonLines buttons={shown} />
      {shown.length < buttons.length && (
        <button
          type="button"
          className={classes.button}
          aria-haspopup="dialog"
          onClick={() => onAll?.(buttons)}
        >
          <IconList size={16} stroke={1.8} aria-hidden />
          {t('phone.allOptions')}
        </button>
      )}
    </>
  )
}

/** Each button on a line of its own. */
export function ButtonLines({ buttons }: { buttons: readonly ShownButton[] }) {
  // Buttons have no identity but their place.
  const lineAt = (place: number, button: ShownButton) => <ButtonLine key={place} button={button} />
  return buttons.map((button, index) => lineAt(index, button))
}

function ButtonLine({ button }: { button: ShownButton }) {
  const { t } = useTranslation('design')
  const Icon = icons[button.kind]
  return (
    <span className={classes.button}>
      <Icon size={16} stroke={1.8} aria-hidden />
      <span>{button.kind === 'copy_code' ? t('phone.copyCode') : button.text || '…'}</span>
    </span>
  )
}
