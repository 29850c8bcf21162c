import { useTranslation } from 'react-i18next'

/** The words for a reason code of a message that did not go; codes of a later server are shown as they are. */
export function useReasonTitle(): (code: string) => string {
  const { t } = useTranslation('design')
  const words: Record<string, string> = t('reason', { returnObjects: true })
  return (code) => words[code] ?? code
}
