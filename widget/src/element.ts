const SVG = 'http://www.w3.org/2000/svg'

/** Makes an element with attributes and children. Strings become text nodes, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** A push button (`type="button"`) that runs `onClick`. */
export function makeButton(
  className: string,
  onClick: () => void,
  ...children: (Node | string)[]
): HTMLButtonElement {
  const button = make('button', { type: 'button', class: className }, ...children)
  button.addEventListener('click', onClick)
  return button
}

/** A 24 × 24 icon from one path, hidden from screen readers; built without markup so that Trusted Types allow it. */
export function makeIcon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const shape = document.createElementNS(SVG, 'path')
  shape.setAttribute('d', path)
  svg.append(shape)
  return svg
}

/** A rounded speech bubble with three dots cut out of it. */
export const CHAT =
  'M12 3C6.7 3 2.5 6.7 2.5 11.3c0 2.3 1.1 4.4 2.8 5.9-.1 1.2-.6 2.3-1.5 3.2-.3.3 0 .8.4.7 2-.2 3.6-.9 4.9-1.8.9.2 1.9.3 2.9.3 5.3 0 9.5-3.7 9.5-8.3S17.3 3 12 3zM7.7 12.7a1.4 1.4 0 1 1 0-2.8 1.4 1.4 0 0 1 0 2.8zm4.3 0a1.4 1.4 0 1 1 0-2.8 1.4 1.4 0 0 1 0 2.8zm4.3 0a1.4 1.4 0 1 1 0-2.8 1.4 1.4 0 0 1 0 2.8z'

/** A cross. */
export const CROSS =
  'M6.7 5.3a1 1 0 0 0-1.4 1.4L10.6 12l-5.3 5.3a1 1 0 1 0 1.4 1.4L12 13.4l5.3 5.3a1 1 0 0 0 1.4-1.4L13.4 12l5.3-5.3a1 1 0 0 0-1.4-1.4L12 10.6z'
