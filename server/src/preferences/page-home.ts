import { type Html, html, paragraphs } from './html.ts'
import { actForm, dayOf, type Frame, personPage } from './page.ts'
import { PAUSES } from './policy.ts'
import type { Settings } from './settings.ts'
import { type PageTexts, TEXTS } from './texts.ts'
import type { PageTopic } from './topics.ts'

/** What was just done, told at the head of the page. */
export type Done = 'topic' | 'all' | 'pause' | 'resume' | 'asked' | 'not_asked'

interface View extends Frame {
  settings: Settings
  texts: PageTexts
}

/** The person's settings: every way out one tap away, every way in only through the chat. */
export function homePage(
  frame: Frame,
  settings: Settings,
  done?: { what: Done; topicId?: string | undefined },
): string {
  const texts = TEXTS[frame.language]
  const view: View = { ...frame, settings, texts }
  const told = done && doneText(view, done)
  return personPage(frame, {
    title: texts.title(frame.business.name),
    lead: settings.digits && texts.whose(settings.digits),
    switchAt: frame.base,
    ...(told ? { documentTitle: told } : {}),
    body: [
      ...(told && done ? [doneCard(view, told, done.what)] : []),
      topicsCard(view),
      ...(anythingOn(settings) || settings.pausedUntil ? [pauseCard(view)] : []),
      stopCard(view),
      html`<section class="card"><details><summary>${texts.why}</summary>${paragraphs(settings.why)}</details></section>`,
      html`<section class="card"><h2>${texts.data}</h2><p class="soft">${texts.dataText(frame.business.name)}</p>
<a class="button" href="${frame.base}/data?lang=${frame.language}">${texts.dataMore}</a></section>`,
      html`<section class="card"><h2>${texts.erase}</h2><p class="soft">${texts.eraseText}</p>
<a class="button" href="${frame.base}/erase?lang=${frame.language}">${texts.eraseMore}</a></section>`,
    ],
  })
}

const anythingOn = ({ topics }: Settings) => topics.some(({ state }) => state !== 'off')

/** Null when there is nothing true to tell: the address can be typed by anybody, the page tells only what is so. */
function doneText(
  view: View,
  { what, topicId }: { what: Done; topicId?: string | undefined },
): string | null {
  const { settings, texts } = view
  const topic = settings.topics.find(({ id }) => id === topicId)
  switch (what) {
    case 'topic':
      return topic?.state === 'off' ? texts.doneTopic(topic.name) : null
    case 'all':
      return settings.stopped ? texts.doneAll : null
    case 'pause':
      return settings.pausedUntil && texts.donePause(dayOf(view, settings.pausedUntil))
    case 'resume':
      return settings.pausedUntil ? null : texts.doneResume
    case 'asked':
      return topic?.state === 'waiting' ? texts.doneAsked(topic.name) : null
    case 'not_asked':
      return texts.notAsked
  }
}

function doneCard({ texts }: View, told: string, what: Done): Html {
  const back = what === 'topic' || what === 'all'
  return html`<div class="card done" role="status"><p><strong>${told}</strong></p>${back ? html`<p>${texts.wayBack}</p>` : null}</div>`
}

function topicsCard(view: View): Html {
  const { settings, texts, business } = view
  const notes = [
    ...(settings.stopped ? [html`<p>${texts.stopped(business.name)}</p>`] : []),
    ...(settings.blocked ? [html`<p>${texts.blocked}</p>`] : []),
  ]
  return html`<section class="card" aria-labelledby="topics"><h2 id="topics">${texts.topics}</h2>${notes}
<ul class="topics">${settings.topics.map((topic) => topicItem(view, topic))}</ul><p class="soft small">${texts.howOn}</p></section>`
}

function topicItem(view: View, topic: PageTopic): Html {
  const { texts } = view
  return html`<li><div class="what"><h3>${topic.name}</h3><p class="soft small">${topic.description}</p>
<p class="state ${topic.state}">${texts[topic.state]}</p></div>${topicAct(view, topic)}</li>`
}

/** Out is one tap. In is a question in the chat, or the chat itself where we may not write first. */
function topicAct(view: View, { id, name, state, startUrl }: PageTopic): Html | null {
  const { settings, texts } = view
  const named = html` <span class="hidden">(${name})</span>`
  if (state !== 'off') {
    const words = state === 'on' ? texts.turnOff : texts.takeBack
    return actForm(view, 'topic-off', { topic: id }, html`<button>${words}${named}</button>`)
  }
  if (settings.restricted) return null
  if (settings.windowOpen)
    return actForm(view, 'topic-on', { topic: id }, html`<button>${texts.ask}${named}</button>`)
  return html`<a class="button" href="${startUrl ?? settings.chatUrl}" rel="noreferrer noopener">${texts.openChat}${named}</a>`
}

function pauseCard(view: View): Html {
  const { settings, texts } = view
  const { pausedUntil } = settings
  const acts = pausedUntil
    ? actForm(view, 'resume', {}, html`<button>${texts.resume}</button>`)
    : html`<div class="row">${PAUSES.map((days) =>
        actForm(
          view,
          'pause',
          { days: String(days) },
          html`<button><span class="hidden">${texts.pause}:</span> ${texts.pauseDays(days)}</button>`,
        ),
      )}</div>`
  return html`<section class="card" aria-labelledby="pause"><h2 id="pause">${texts.pause}</h2>
<p class="soft">${pausedUntil ? texts.paused(dayOf(view, pausedUntil)) : texts.pauseText}</p>${acts}</section>`
}

/** The right to object has a place of its own, apart from everything else (Art. 21 (4) GDPR, C-36). */
function stopCard(view: View): Html {
  const { settings, texts } = view
  return html`<section class="card" aria-labelledby="stop"><h2 id="stop">${texts.stop}</h2><p>${texts.stopText}</p>${
    settings.stopped
      ? null
      : actForm(view, 'all-off', {}, html`<button class="main">${texts.stopAll}</button>`)
  }</section>`
}
