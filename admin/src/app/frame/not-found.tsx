import { IconCompass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../design/empty-state.tsx'
import { ButtonLink } from '../../design/links.tsx'

/** For addresses that lead nowhere. */
export function NotFound() {
  const { t } = useTranslation('app')
  return (
    <main>
      <EmptyState
        icon={IconCompass}
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={<ButtonLink to="/">{t('notFound.back')}</ButtonLink>}
      />
    </main>
  )
}
