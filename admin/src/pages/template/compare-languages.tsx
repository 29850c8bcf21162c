import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../api/campaign-entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './life.module.css'

interface CompareLanguagesProps {
  templates: readonly Template[]
  opened: boolean
  onClose: () => void
}

/** Every language of a template on its own phone, side by side. */
export function CompareLanguages({ templates, opened, onClose }: CompareLanguagesProps) {
  const { t } = useTranslation(['template', 'design'])
  const format = useFormat()
  const { name } = useBusiness()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="min(72rem, 96vw)"
      title={t('languages.compareTitle')}
      closeButtonProps={{ 'aria-label': t('design:dialog.close') }}
    >
      <ul className={classes.phones}>
        {templates.map((template) => (
          <li key={template.id}>
            <div className={classes.phoneHead}>
              <strong>{format.language(template.language.replace('_', '-'))}</strong>
              <StateBadge kind="template" state={template.state} />
            </div>
            <PhonePreview sender={name} content={(template.draft ?? template).content} />
          </li>
        ))}
      </ul>
    </Modal>
  )
}
