/** Drawings for the sample shop, made of a few strokes each; the pot takes the card's colour. */
const pot = (x: number, y: number, w: number, h: number, fill: string) =>
  `<path d="M${x} ${y}h${w}l${-w * 0.12} ${h}h${-w * 0.76}z" fill="${fill}"/><rect x="${x - 4}" y="${y - 8}" width="${w + 8}" height="14" rx="5" fill="${fill}"/>`

const frame = (inner: string) => `<svg viewBox="0 0 200 200" aria-hidden="true">${inner}</svg>`

export const PLANTS = {
  monstera: frame(
    `<g fill="none" stroke="#2f6b4f" stroke-width="5" stroke-linecap="round"><path d="M100 130C98 100 78 86 62 66"/><path d="M100 130c2-34 20-52 42-66"/><path d="M100 130V46"/></g>
     <g fill="#3f8a64"><path d="M62 70C30 72 26 40 40 26c22 2 40 20 22 44z"/><path d="M142 66c30 6 40-24 30-40-24-2-46 12-30 40z"/><path d="M100 52c-24-8-20-40 0-50 20 10 24 42 0 50z"/></g>
     <g stroke="#e9f3ec" stroke-width="3" stroke-linecap="round"><path d="M44 36l10 16M34 48l14 8M160 36l-10 16M170 50l-16 6M92 20l8 14M108 20l-8 14"/></g>${pot(66, 132, 68, 52, '#c96f4a')}`,
  ),
  succulent: frame(
    `<g fill="#6fa58b"><ellipse cx="100" cy="98" rx="14" ry="40"/><ellipse cx="76" cy="108" rx="13" ry="36" transform="rotate(-32 76 108)"/><ellipse cx="124" cy="108" rx="13" ry="36" transform="rotate(32 124 108)"/></g>
     <g fill="#8bbfa4"><ellipse cx="58" cy="122" rx="11" ry="30" transform="rotate(-62 58 122)"/><ellipse cx="142" cy="122" rx="11" ry="30" transform="rotate(62 142 122)"/><ellipse cx="100" cy="112" rx="11" ry="28"/></g>${pot(62, 136, 76, 46, '#e0c9a6')}`,
  ),
  olive: frame(
    `<path d="M100 134V60" stroke="#8a6a4a" stroke-width="6" stroke-linecap="round"/>
     <g fill="#7f9a76">${[
       [100, 44, 0],
       [74, 58, -40],
       [126, 58, 40],
       [70, 88, -70],
       [130, 88, 70],
       [84, 74, -55],
       [116, 74, 55],
       [88, 40, -20],
       [112, 40, 20],
     ]
       .map(([x, y, r]) => `<ellipse cx="${x}" cy="${y}" rx="8" ry="22" transform="rotate(${r} ${x} ${y})"/>`)
       .join(
         '',
       )}</g><g fill="#3d4a35"><circle cx="78" cy="78" r="6"/><circle cx="122" cy="70" r="6"/><circle cx="104" cy="58" r="6"/></g>${pot(68, 134, 64, 50, '#5c7d8a')}`,
  ),
  fern: frame(
    `<g fill="none" stroke="#4c9a5f" stroke-width="7" stroke-linecap="round"><path d="M100 134C96 92 70 62 34 60"/><path d="M100 134c4-42 30-72 66-74"/><path d="M100 134C92 96 84 60 66 30"/><path d="M100 134c8-38 16-74 34-104"/><path d="M100 134V28"/></g>
     <g fill="none" stroke="#2f6b4f" stroke-width="2"><path d="M100 134C96 92 70 62 34 60"/><path d="M100 134c4-42 30-72 66-74"/><path d="M100 134V28"/></g>${pot(64, 134, 72, 50, '#b98ba5')}`,
  ),
} as const
