import { fetchConfig, Refusal, requestCode } from './api.ts'
import { coloursFor } from './colour.ts'
import { type Config, isConfig, isRecord, type Prepared } from './contract.ts'
import { CHAT, make, makeButton, makeIcon } from './element.ts'
import { makeForm } from './form.ts'
import { makeHandOver } from './hand-over.ts'
import { pickLanguage, type Words, wordsOf } from './language.ts'
import { makePanel } from './panel.ts'
import steps from './steps.css?inline'
import frame from './widget.css?inline'

const TAG = 'jawort-widget'

/**
 * Puts the bubble on the page, as the attributes of its own script tag ask. Until the person clicks it, it makes no
 * request and neither reads nor stores anything on the device (C-18, § 25 TDDDG): the language then comes from the
 * page alone.
 */
export function mountBubble(script: HTMLScriptElement): void {
  const { source = '', lang, color, position, preview } = script.dataset
  const isPreview = preview !== undefined
  if (!source && !isPreview) {
    console.error('Jawort: the script tag needs data-source="…".')
    return
  }
  if (!isPreview && document.querySelector(TAG)) return // the snippet is on the page twice

  const sourceUrl = `${new URL(script.src).origin}/api/v1/public/sources/${encodeURIComponent(source)}`
  let language = pickLanguage(lang, document.documentElement.lang)
  let words: Words = wordsOf(language)
  let config: Config | undefined
  let loading = false

  const sheet = new CSSStyleSheet()
  const host = document.createElement(TAG)
  host.className = `${position === 'left' ? 'left' : 'right'}${isPreview ? ' preview' : ''}`
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheet]
  paint(color)

  const bubble = makeButton('bubble', () => (panel.element.hidden ? open() : close()), makeIcon(CHAT))
  bubble.setAttribute('aria-controls', 'panel')
  bubble.ariaLabel = words.label
  bubble.ariaExpanded = 'false'
  const panel = makePanel(close)
  root.append(bubble, panel.element)
  for (const type of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(type, (event) => {
      // What is typed here is none of the page's business: a shop's own shortcuts must not fire.
      event.stopPropagation()
      if (type === 'keydown' && event instanceof KeyboardEvent && event.key === 'Escape') close()
    })
  }

  if (isPreview) startPreview()
  else document.body.append(host)

  function open(): void {
    panel.element.hidden = false
    bubble.ariaExpanded = 'true'
    panel.element.focus()
    if (!config && !loading && !isPreview) load()
  }

  function close(): void {
    if (panel.element.hidden) return
    panel.element.hidden = true
    bubble.ariaExpanded = 'false'
    // Closing is a no: ticks and the number are forgotten, so that nothing is ticked when it opens again.
    root.querySelector('form')?.reset()
    bubble.focus()
  }

  async function load(): Promise<void> {
    loading = true
    // Only now, after the click, is the device itself asked for its language.
    language = pickLanguage(lang, document.documentElement.lang, navigator.language)
    words = wordsOf(language)
    bubble.ariaLabel = words.label
    const dots = make('p', { class: 'said dots' }, make('i'), make('i'), make('i'))
    panel.show({ title: words.label, close: words.close, language, body: dots, busy: true })
    try {
      config = await fetchConfig(sourceUrl, language)
      words = wordsOf(pickLanguage(config.language, language))
      showForm(config)
    } catch (error) {
      showFailure(sentenceFor(error), words.retry, load)
    } finally {
      loading = false
    }
  }

  function showForm(shown: Config): void {
    const onSubmit = async (topicIds: string[], phone: string): Promise<string | undefined> => {
      if (isPreview) return
      try {
        const prepared = await requestCode(sourceUrl, {
          topicIds,
          language: shown.language,
          wordingId: shown.wordingId,
          ...(phone && { phone }),
          pageUrl: location.origin + location.pathname,
          build: __BUILD__,
        })
        showHandOver(shown, prepared)
      } catch (error) {
        return sentenceFor(error)
      }
    }
    showStep(shown.texts.title, makeForm(shown, { onSubmit, onClose: close }))
  }

  function showHandOver(shown: Config, prepared: Prepared): void {
    const body = makeHandOver(prepared, {
      texts: shown.texts,
      words,
      touch: matchMedia('(pointer: coarse)').matches,
      onExpired: () =>
        showFailure(shown.texts.expired || words.expired, shown.texts.retry, () => showForm(shown)),
      onClose: close,
    })
    showStep(shown.texts.title, body)
  }

  function showFailure(sentence: string, retry: string, onRetry: () => void): void {
    const again = makeButton('button', onRetry, retry)
    const leave = makeButton('button', close, words.close)
    const said = make('p', { class: 'said', role: 'alert' }, sentence)
    showStep(
      config?.texts.title ?? words.label,
      make('div', {}, said, make('div', { class: 'buttons' }, again, leave)),
    )
  }

  function showStep(title: string, body: HTMLElement): void {
    panel.show({
      business: config?.business.name,
      title,
      close: words.close,
      language: config?.language ?? language,
      body,
    })
  }

  function sentenceFor(error: unknown): string {
    if (error instanceof Refusal) return error.message || config?.texts.error || words.offline
    return words.offline
  }

  function paint(wish: unknown): void {
    const colours = coloursFor(typeof wish === 'string' ? wish : undefined)
    sheet.replaceSync(
      `${steps}${frame}:host{--accent:${colours.background}!important;--on:${colours.text}!important}`,
    )
  }

  /** The admin's live picture: open, in the flow of the page, fed by events on the script's parent, without a network. */
  function startPreview(): void {
    const place = script.parentElement ?? document.body
    place.append(host)
    panel.element.hidden = false
    bubble.ariaExpanded = 'true'
    place.addEventListener('jawort:preview', (event) => {
      const detail: unknown = event instanceof CustomEvent ? event.detail : undefined
      if (!isConfig(detail)) return
      if (isRecord(detail) && 'color' in detail) paint(detail.color)
      config = detail
      words = wordsOf(pickLanguage(detail.language))
      showForm(detail)
    })
    // Tells the admin, whose page may have been faster, that the first event can come.
    place.dispatchEvent(new CustomEvent('jawort:ready'))
  }
}
