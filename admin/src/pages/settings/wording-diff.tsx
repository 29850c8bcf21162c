import { Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../api/entities.ts'
import classes from './settings.module.css'
import { diffWords } from './word-diff.ts'

/** One version beside the one before it: removed words struck through, new ones underlined. */
export function WordingDiff({ before, after }: { before: Pick<Wording, 'body'>; after: Wording }) {
  const { t } = useTranslation('settings')
  return (
    <Text component="p" size="sm" className={classes.diff} lang={after.language}>
      {diffWords(before.body, after.body).map((part, index) => {
        const key = `${index}${part.kind}`
        if (part.kind === 'same') return <span key={key}>{part.text}</span>
        const Tag = part.kind === 'added' ? 'ins' : 'del'
        return (
          <Tag key={key}>
            <VisuallyHidden>{t(`wording.${part.kind}`)} </VisuallyHidden>
            {part.text.trimEnd()}{' '}
          </Tag>
        )
      })}
    </Text>
  )
}
