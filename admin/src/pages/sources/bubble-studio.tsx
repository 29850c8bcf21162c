import { Button, ColorInput, Input, SegmentedControl, Select, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/entities.ts'
import { readProblem } from '../../api/problem.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { bubbleColours } from '../../design/bubble-colours.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { MockShop } from './mock-shop.tsx'
import { SnippetCard } from './snippet-card.tsx'
import classes from './sources.module.css'

const languages = ['de', 'en', 'fr', 'it', 'es', 'nl'] as const
const sides = ['left', 'right'] as const

async function readPublic(publicId: string, language: string, signal: AbortSignal): Promise<unknown> {
  const address = `/api/v1/public/sources/${encodeURIComponent(publicId)}?lang=${language}`
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw await readProblem(answer)
  return answer.json()
}

/** Colour and side of the bubble, seen at once on a shop's page; saved, they are in the line to paste. */
export function BubbleStudio({ source, mayChange }: { source: Source; mayChange: boolean }) {
  const { t, i18n } = useTranslation('sources')
  const format = useFormat()
  const api = useApi()
  const saved = {
    color: source.settings.color ?? bubbleColours[0],
    position: sideOf(source.settings.position),
  }
  const [color, setColor] = useState<string>(saved.color)
  const [position, setPosition] = useState(saved.position)
  const [language, setLanguage] = useState<string>(i18n.language)
  const preview = useQuery({
    ...api.query(['sources', source.id, 'public', language], async (_, signal) => ({
      data: await readPublic(source.publicId, language, signal),
    })),
  })
  const save = useChange(
    (client, settings: Source['settings']) =>
      client.PATCH('/api/v1/sources/{id}', { params: { path: { id: source.id } }, body: { settings } }),
    { touches: [['sources']], done: t('saved') },
  )
  const valid = /^#[0-9a-f]{6}$/i.test(color)
  const dirty = color !== saved.color || position !== saved.position
  return (
    <>
      <Section
        title={t('bubble.title')}
        lead={t('bubble.lead')}
        aside={
          mayChange && (
            <Button
              size="xs"
              disabled={!dirty || !valid}
              loading={save.isPending}
              onClick={() => save.mutate({ color, position })}
            >
              {t('save')}
            </Button>
          )
        }
      >
        <div className={classes.studioForm}>
          <ColorInput
            label={t('bubble.color')}
            format="hex"
            swatches={[...bubbleColours]}
            swatchesPerRow={6}
            withPicker={false}
            popoverProps={{ withinPortal: false }}
            value={color}
            onChange={setColor}
            disabled={!mayChange}
            error={valid ? undefined : t('bubble.colorWrong')}
            eyeDropperButtonProps={{ 'aria-label': t('bubble.pick') }}
          />
          <Input.Wrapper label={t('bubble.side')} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={t('bubble.side')}
              value={position}
              readOnly={!mayChange}
              onChange={(next) => setPosition(sideOf(next))}
              data={sides.map((side) => ({ value: side, label: t(`bubble.sides.${side}`) }))}
            />
          </Input.Wrapper>
          <Select
            label={t('bubble.language')}
            value={language}
            onChange={(next) => next && setLanguage(next)}
            data={languages.map((value) => ({ value, label: format.language(value) }))}
          />
        </div>
        {preview.error ? (
          <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
        ) : preview.data === undefined ? (
          <Skeleton height="34rem" radius="lg" mt="lg" />
        ) : (
          <MockShop config={preview.data} color={valid ? color : saved.color} position={position} />
        )}
      </Section>
      <SnippetCard source={source} dirty={dirty} />
    </>
  )
}

const sideOf = (value: string | undefined): 'left' | 'right' => (value === 'left' ? 'left' : 'right')
