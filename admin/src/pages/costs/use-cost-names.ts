import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'

/** Markets and categories in words; what we have no word for stays as Meta calls it. */
export function useCostNames(): { market: (key: string) => string; category: (key: string) => string } {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const markets: Record<string, string> = t('markets', { returnObjects: true })
  const categories: Record<string, string> = t('categories', { returnObjects: true })
  return {
    market: (key) => markets[key] ?? format.country(key),
    category: (key) => categories[key] ?? key,
  }
}
