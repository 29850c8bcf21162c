import { IconMapPinFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './message-card.module.css'
import type { ShownHeader, ShownPlace } from './message-content.ts'
import { MessageFile } from './message-file.tsx'
import { fillVariables, MessageText } from './message-text.tsx'

/** What stands above a message's text: a line in bold, a file, a place on the map. */
export function MessageHeader({ header, values }: { header: ShownHeader; values: Record<string, string> }) {
  switch (header.format) {
    case 'text':
      return header.text ? (
        <strong className={classes.head}>
          <MessageText text={fillVariables(header.text, values)} />
        </strong>
      ) : null
    case 'location':
      return <Place place={header} />
    default:
      return <MessageFile file={header} />
  }
}

/** A sketch of a map: the real one comes from the phone, and no page of ours asks a map service for it. */
function Place({ place }: { place: ShownPlace }) {
  const { t } = useTranslation('design')
  return (
    <span className={classes.place}>
      <span className={classes.map} aria-hidden>
        <IconMapPinFilled size={30} />
      </span>
      <strong>{place.name || t('phone.place')}</strong>
      {place.address && <span>{place.address}</span>}
    </span>
  )
}
