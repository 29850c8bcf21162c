import { Input, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Content } from '../../api/campaign-entities.ts'
import { Section } from '../../design/section.tsx'
import { BodyField } from './body-field.tsx'
import { ButtonsField } from './buttons-field.tsx'
import { type ContentCard, firstCards } from './cards.ts'
import { CardsField } from './cards-field.tsx'
import { FieldLabel, fieldId } from './field-label.tsx'
import { useTemplateForm } from './form.ts'
import { HeaderField } from './header-field.tsx'
import { Advice, useErrorsAt } from './notes.tsx'
import { SamplesField } from './samples-field.tsx'

const shapes = ['single', 'cards'] as const

/** What the message says: header, text, footer and buttons, or a text with cards below it. */
export function MessageFields() {
  const { t } = useTranslation('template')
  const { draft, setContent } = useTemplateForm()
  const { body, cards } = draft.content
  return (
    <>
      <Section title={t('parts.message')}>
        <Stack gap="md">
          <Shape />
          {!cards && <HeaderField />}
          <BodyField
            where="body"
            label={t('body')}
            value={body}
            onChange={(next) => setContent({ body: next })}
            limit={1024}
            rows={7}
          />
          <SamplesField />
          {!cards && <Footer />}
        </Stack>
      </Section>
      <Section title={cards ? t('parts.cards') : t('parts.buttons')}>
        {cards ? <CardsField cards={cards} /> : <ButtonsField />}
      </Section>
    </>
  )
}

/** One message, or a message with cards; what the other shape held comes back when somebody changes their mind. */
function Shape() {
  const { t } = useTranslation('template')
  const { draft, setContent, readOnly } = useTemplateForm()
  const { header, footer, buttons, cards } = draft.content
  const kept = useRef<{ single: Partial<Content>; cards: ContentCard[] }>({
    single: {},
    cards: firstCards(),
  })
  const choose = (shape: string) => {
    if ((shape === 'cards') === Boolean(cards)) return
    if (cards) {
      kept.current.cards = cards
      setContent({ buttons: [], ...kept.current.single, cards: undefined })
    } else {
      kept.current.single = { header, footer: footer ?? '', buttons }
      setContent({ header: undefined, footer: '', buttons: [], cards: kept.current.cards })
    }
  }
  return (
    <Input.Wrapper label={t('shape.label')} labelElement="div" description={t('shape.hint')}>
      <SegmentedControl
        fullWidth
        aria-label={t('shape.label')}
        value={cards ? 'cards' : 'single'}
        readOnly={readOnly}
        onChange={choose}
        data={shapes.map((value) => ({ value, label: t(`shape.${value}`) }))}
      />
    </Input.Wrapper>
  )
}

function Footer() {
  const { t } = useTranslation('template')
  const { draft, setContent, readOnly } = useTemplateForm()
  const footer = draft.content.footer ?? ''
  return (
    <div>
      <TextInput
        id={fieldId('footer')}
        label={
          <FieldLabel text={footer} limit={60}>
            {t('footer')}
          </FieldLabel>
        }
        labelProps={{ style: { width: '100%' } }}
        value={footer}
        readOnly={readOnly}
        {...useErrorsAt('footer')}
        onChange={(event) => setContent({ footer: event.currentTarget.value })}
      />
      <Advice where="footer" />
    </div>
  )
}
