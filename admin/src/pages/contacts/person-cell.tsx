import { useTranslation } from 'react-i18next'
import type { Contact } from '../../api/entities.ts'
import { ConsentChips } from '../../design/consent-chips.tsx'
import { PersonAvatar, usePersonName } from '../../design/person.tsx'
import { PersonAddress } from '../../design/person-address.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import classes from './contacts.module.css'

/** Name and masked number; on a phone the consents too, because their column is not there. */
export function PersonCell({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const nameOf = usePersonName()
  return (
    <div className={classes.person}>
      <PersonAvatar id={contact.id} name={contact.name} />
      <div className={classes.who}>
        <span className={classes.line}>
          <span className={classes.name} data-unnamed={!contact.name || undefined}>
            {nameOf(contact)}
          </span>
          {contact.hold && <ToneBadge tone="warn">{t('table.held')}</ToneBadge>}
          {contact.restricted && <ToneBadge tone="warn">{t('table.restricted')}</ToneBadge>}
          {contact.suppressed && <ToneBadge tone="bad">{t('table.suppressed')}</ToneBadge>}
        </span>
        <span className={classes.number}>
          <PersonAddress person={contact} />
          {contact.phone && contact.username ? ` · @${contact.username}` : ''}
        </span>
        <span className={classes.chipsBelow}>
          <ConsentChips consents={contact.consents} />
        </span>
      </div>
    </div>
  )
}
