import { mountBubble } from './bubble.ts'

const script = document.currentScript
if (script instanceof HTMLScriptElement) {
  // In the head of the page, with `async`, the body may not be there yet.
  if (document.body) mountBubble(script)
  else document.addEventListener('DOMContentLoaded', () => mountBubble(script), { once: true })
} else {
  console.error(
    'Jawort: widget.js must be loaded by its own <script src="…"> tag, not as a module or inline.',
  )
}
