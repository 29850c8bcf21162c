import { ActionIcon, Button, Input, SegmentedControl } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ContentButton } from '../../api/campaign-entities.ts'
import { BodyField } from './body-field.tsx'
import { cardLimits } from './buttons.ts'
import { ButtonsList } from './buttons-list.tsx'
import {
  type ContentCard,
  fewestCards,
  mostCards,
  movedOnAll,
  withButtonOnAll,
  withCard,
  withFormat,
  withoutButtonOnAll,
} from './cards.ts'
import { moved } from './draft.ts'
import { fieldId } from './field-label.tsx'
import { FileField } from './file-field.tsx'
import { useTemplateForm } from './form.ts'
import { Advice } from './notes.tsx'
import { ReorderList } from './reorder-list.tsx'
import classes from './template.module.css'

const formats = ['image', 'video'] as const

/** Two to ten cards that people swipe through. What one has, all have: Meta wants the same format and the same buttons. */
export function CardsField({ cards }: { cards: ContentCard[] }) {
  const { t } = useTranslation('template')
  const { setContent, readOnly } = useTemplateForm()
  const set = (next: ContentCard[]) => setContent({ cards: next })
  const setCard = (place: number, part: Partial<ContentCard>) =>
    set(cards.map((card, at) => (at === place ? { ...card, ...part } : card)))
  const editButton = (place: number, at: number, button: ContentButton) =>
    setCard(place, { buttons: (cards[place]?.buttons ?? []).map((each, i) => (i === at ? button : each)) })
  return (
    <div className={classes.stack} id={fieldId('cards')}>
      <Input.Wrapper label={t('cards.format')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('cards.format')}
          value={cards[0]?.header.format ?? 'image'}
          readOnly={readOnly}
          onChange={(next) => set(withFormat(cards, next === 'video' ? 'video' : 'image'))}
          data={formats.map((value) => ({ value, label: t(`header.${value}`) }))}
        />
      </Input.Wrapper>
      <ReorderList
        label={t('cards.label')}
        items={cards}
        readOnly={readOnly}
        nameOf={(_, place) => t('cards.card', { place: place + 1 })}
        onMove={(from, to) => set(moved(cards, from, to))}
      >
        {(card, place, handle) => (
          <div className={classes.card} id={fieldId(`cards.${place}`)}>
            <div className={classes.buttonHead}>
              <span className={classes.buttonKind}>
                {handle}
                {t('cards.card', { place: place + 1 })}
              </span>
              {!readOnly && (
                <ActionIcon
                  size="sm"
                  disabled={cards.length <= fewestCards}
                  onClick={() => set(cards.filter((_, at) => at !== place))}
                  aria-label={t('cards.remove', { place: place + 1 })}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              )}
            </div>
            <FileField
              where={`cards.${place}.header`}
              value={card.header}
              onChange={(header) => setCard(place, { header })}
            />
            <BodyField
              where={`cards.${place}.body`}
              label={t('body')}
              value={card.body}
              onChange={(body) => setCard(place, { body })}
              limit={160}
              rows={2}
            />
            <ButtonsList
              label={t('cards.buttonsOf', { place: place + 1 })}
              where={`cards.${place}.buttons`}
              buttons={card.buttons}
              limits={cardLimits}
              onEdit={(at, button) => editButton(place, at, button)}
              onAdd={(kind) => set(withButtonOnAll(cards, kind))}
              onRemove={(at) => set(withoutButtonOnAll(cards, at))}
              onMove={(from, to) => set(movedOnAll(cards, from, to))}
            />
            <Advice where={`cards.${place}.buttons`} errors />
            <Advice where={`cards.${place}`} errors />
          </div>
        )}
      </ReorderList>
      {!readOnly && cards.length < mostCards && (
        <Button
          variant="default"
          size="xs"
          className={classes.add}
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => set(withCard(cards))}
        >
          {t('cards.add')}
        </Button>
      )}
      <Input.Description>{t('cards.hint')}</Input.Description>
      <Advice where="cards" errors />
    </div>
  )
}
