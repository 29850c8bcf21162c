import { type Config, isWebAddress, type Topic } from './contract.ts'
import { make, makeButton } from './element.ts'

/** What the form reports. `onSubmit` gives a sentence to show when it did not work, nothing when it did. */
export interface FormEvents {
  onSubmit(topicIds: string[], phone: string): Promise<string | undefined>
  onClose(): void
}

/**
 * The question: topics as real checkboxes, none ticked, even when there is just one (C-09); an optional phone
 * number; the whole consent text above the buttons; yes and no as the same kind of button (C-10).
 */
export function makeForm(config: Config, events: FormEvents): HTMLFormElement {
  const { texts } = config
  const boxes = config.topics.map(makeBox)
  const pickTopic = make('p', { id: 'pick', class: 'warning', 'aria-live': 'polite' })
  const failure = make('p', { class: 'warning', role: 'alert' })
  const phone = make('input', {
    id: 'phone',
    type: 'tel',
    autocomplete: 'tel',
    maxlength: '32',
    'aria-describedby': 'hint',
  })
  const submit = make('button', { type: 'submit', class: 'button' }, texts.submit)
  const form = make(
    'form',
    { novalidate: '' },
    make('p', { id: 'intro', class: 'said' }, texts.intro),
    make(
      'fieldset',
      { 'aria-labelledby': 'intro', 'aria-describedby': 'pick' },
      ...config.topics.map((topic, at) => makeTopic(topic, boxes[at] ?? makeBox(topic))),
      pickTopic,
    ),
    make('label', { for: 'phone', class: 'label' }, texts.phoneLabel),
    phone,
    make('p', { id: 'hint', class: 'small' }, texts.phoneHint),
    makeNotice(config),
    failure,
    make('div', { class: 'buttons' }, submit, makeButton('button', events.onClose, texts.close)),
  )

  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value)
  form.addEventListener('change', () => {
    if (ticked().length) pickTopic.textContent = ''
  })
  let busy = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    failure.textContent = ''
    if (!ticked().length) {
      pickTopic.textContent = texts.pickTopic
      boxes[0]?.focus()
      return
    }
    if (busy) return
    busy = true
    // Not `disabled`: that would throw the keyboard focus away.
    submit.setAttribute('aria-disabled', 'true')
    failure.textContent = (await events.onSubmit(ticked(), phone.value.trim())) ?? ''
    submit.removeAttribute('aria-disabled')
    busy = false
  })
  return form
}

function makeBox(topic: Topic): HTMLInputElement {
  return make('input', { type: 'checkbox', value: topic.id, autocomplete: 'off' })
}

function makeTopic(topic: Topic, box: HTMLInputElement): HTMLLabelElement {
  const about = make('span', {}, make('b', {}, topic.name))
  if (topic.description) about.append(make('span', { class: 'small' }, topic.description))
  return make('label', { class: 'topic' }, box, about)
}

function makeNotice({ business, texts }: Config): HTMLElement {
  const links = make('p', { class: 'links' })
  if (texts.minimumAge) links.append(make('span', {}, texts.minimumAge))
  for (const [href, label] of [
    [business.privacyUrl, texts.privacy],
    [business.imprintUrl, texts.imprint],
  ] as const) {
    if (isWebAddress(href))
      links.append(make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label))
  }
  return make('div', { class: 'notice' }, make('p', {}, texts.consent), links)
}
