import { PLANTS } from './plants.ts'

export type ShopLanguage = 'de' | 'en'

const WORDS = {
  de: {
    title: 'Blattwerk: Pflanzen für drinnen',
    sample: 'Beispiel-Shop: hier kannst du nichts kaufen, aber alles ausprobieren.',
    other: 'English',
    nav: ['Neu', 'Zimmerpflanzen', 'Töpfe', 'Pflege'],
    claim: 'Grün, das bleibt.',
    lead: 'Gesunde Pflanzen aus kleinen Gärtnereien, mit Anleitung für Menschen ohne grünen Daumen.',
    hint: 'Klick unten rechts auf die Sprechblase und hol dir die Pflanzenpost per WhatsApp.',
    goods: ['Monstera „Mona“', 'Sukkulente „Sam“', 'Olivenbaum „Oli“', 'Farn „Fee“'],
    notes: [
      'Mag es hell, verzeiht viel.',
      'Wasser? Alle zwei Wochen.',
      'Draußen im Sommer, drinnen im Winter.',
      'Liebt das Badezimmer.',
    ],
    tips: 'Aus der Pflanzenpost',
    tipText:
      'Gießen nach Gefühl: Stecke den Finger zwei Zentimeter in die Erde. Ist sie trocken, ist es Zeit. Mehr davon zweimal im Monat im Chat, und mit STOP ist sofort Schluss.',
    privacy: 'Datenschutz',
    imprint: 'Impressum',
  },
  en: {
    title: 'Blattwerk: plants for indoors',
    sample: 'Sample shop: nothing is for sale here, but everything can be tried.',
    other: 'Deutsch',
    nav: ['New', 'Houseplants', 'Pots', 'Care'],
    claim: 'Green that stays.',
    lead: 'Healthy plants from small nurseries, with instructions for people without green fingers.',
    hint: 'Click the speech bubble at the bottom right and get the plant post on WhatsApp.',
    goods: ['Monstera “Mona”', 'Succulent “Sam”', 'Olive tree “Oli”', 'Fern “Fay”'],
    notes: [
      'Likes light, forgives a lot.',
      'Water? Every two weeks.',
      'Outside in summer, inside in winter.',
      'Loves the bathroom.',
    ],
    tips: 'From the plant post',
    tipText:
      'Water by feel: put your finger two centimetres into the soil. If it is dry, it is time. More of this twice a month in the chat, and STOP ends it at once.',
    privacy: 'Privacy',
    imprint: 'Legal notice',
  },
} as const

const PRICES = ['34 €', '12 €', '49 €', '19 €']

const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#22302a;--soft:#5c6b63;--line:#e4e1d6;--card:#fff;--leaf:#1f6f54;--tint:#eaf2ec}
@media (prefers-color-scheme:dark){:root{--paper:#141a17;--ink:#e8eee9;--soft:#a4b2aa;--line:#2a342f;--card:#1b2320;--leaf:#7cc4a3;--tint:#1f2b26}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 ui-serif,Georgia,"Times New Roman",serif}
a{color:inherit}.wrap{max-width:1080px;margin:0 auto;padding:0 24px}
.note{background:var(--tint);text-align:center;font:14px/1.5 system-ui,sans-serif;padding:8px 16px;color:var(--soft)}
header{display:flex;align-items:center;gap:28px;padding:22px 0;border-bottom:1px solid var(--line);flex-wrap:wrap}
.brand{font-size:26px;font-weight:600;letter-spacing:-.02em;text-decoration:none;color:var(--leaf)}
nav{display:flex;gap:22px;font:15px system-ui,sans-serif;color:var(--soft)}header .lang{margin-left:auto;font:14px system-ui,sans-serif}
.hero{display:grid;grid-template-columns:1.1fr .9fr;gap:40px;align-items:center;padding:56px 0}
h1{font-size:clamp(40px,7vw,68px);line-height:1.05;margin:0 0 18px;letter-spacing:-.03em;font-weight:500}
.hero p{font-size:19px;color:var(--soft);max-width:32em;margin:0 0 14px}.hero .art{background:var(--tint);border-radius:32px;padding:24px}
.hint{font:15px/1.5 system-ui,sans-serif!important;color:var(--leaf)!important}
.goods{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:22px;padding:0;margin:0 0 56px;list-style:none}
.goods li{background:var(--card);border:1px solid var(--line);border-radius:20px;padding:18px}
.goods .pic{background:var(--tint);border-radius:14px;padding:14px}.goods h2{font-size:19px;margin:14px 0 2px;font-weight:600}
.goods p{margin:0;color:var(--soft);font-size:15px}.goods .price{font:600 16px system-ui,sans-serif;margin-top:10px;color:var(--ink)}
svg{display:block;width:100%;height:auto}.tip{background:var(--leaf);color:var(--paper);border-radius:28px;padding:36px 40px;margin-bottom:56px}
.tip h2{margin:0 0 8px;font-size:26px;font-weight:500}.tip p{margin:0;max-width:44em}
footer{border-top:1px solid var(--line);padding:24px 0 96px;font:14px system-ui,sans-serif;color:var(--soft);display:flex;gap:20px}
article{max-width:46em;padding:40px 0 80px}article h1{font-size:38px}
@media (max-width:720px){.hero{grid-template-columns:1fr;padding:32px 0}nav{display:none}.tip{padding:28px 24px}}
`

function document(language: ShopLanguage, title: string, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head><body>${body}</body></html>`
}

function head(language: ShopLanguage): string {
  const words = WORDS[language]
  const other = language === 'de' ? '/demo/en' : '/demo'
  return `<aside class="note">${words.sample}</aside><div class="wrap"><header><a class="brand" href="${language === 'de' ? '/demo' : '/demo/en'}">Blattwerk</a>
<nav>${words.nav.map((entry) => `<span>${entry}</span>`).join('')}</nav><a class="lang" href="${other}">${words.other}</a></header>`
}

function foot(language: ShopLanguage): string {
  const words = WORDS[language]
  return `<footer><span>© Blattwerk</span><a href="/demo/datenschutz">${words.privacy}</a><a href="/demo/impressum">${words.imprint}</a></footer></div>`
}

/** The sample shop's front page with the bubble of this source; German at /demo, English at /demo/en. */
export function shopPage(language: ShopLanguage, bubble: { publicId: string; color: string } | null): string {
  const words = WORDS[language]
  const cards = Object.values(PLANTS)
    .map(
      (picture, index) =>
        `<li><div class="pic">${picture}</div><h2>${words.goods[index]}</h2><p>${words.notes[index]}</p><p class="price">${PRICES[index]}</p></li>`,
    )
    .join('')
  const script = bubble
    ? `<script src="/widget.js" data-source="${bubble.publicId}" data-color="${bubble.color}" async></script>`
    : ''
  return document(
    language,
    words.title,
    `${head(language)}<main><section class="hero"><div><h1>${words.claim}</h1><p>${words.lead}</p><p class="hint">${words.hint}</p></div>
<div class="art">${PLANTS.monstera}</div></section><ul class="goods">${cards}</ul>
<section class="tip"><h2>${words.tips}</h2><p>${words.tipText}</p></section></main>${foot(language)}${script}`,
  )
}

const NOTICES = {
  datenschutz: [
    'Datenschutz',
    `<p>Dies ist die Datenschutzerklärung eines Beispiel-Shops, damit die Links der Anmeldung irgendwohin führen.</p>
<p><b>Verantwortlich:</b> Blattwerk Pflanzen GmbH, Musterweg 1, 10115 Berlin, hallo@blattwerk.example.</p>
<p><b>Wofür:</b> Nachrichten per WhatsApp zu den Themen, die du ausgewählt hast. <b>Grundlage:</b> deine Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO, § 7 UWG).</p>
<p><b>Empfänger:</b> WhatsApp Ireland Limited (Meta). <b>Dauer:</b> bis zu deinem Widerruf; der Nachweis der Einwilligung drei Jahre länger.</p>
<p><b>Deine Rechte:</b> Auskunft, Berichtigung, Löschung, Einschränkung, Übertragbarkeit, Widerspruch und Beschwerde bei einer Aufsichtsbehörde. Abmelden: schreib STOP in den Chat.</p>`,
  ],
  impressum: [
    'Impressum',
    `<p>Blattwerk Pflanzen GmbH (erfundenes Beispiel)<br>Musterweg 1, 10115 Berlin<br>hallo@blattwerk.example<br>+49 30 5550123</p>
<p>Vertreten durch Alex Sommer. Registergericht Musterstadt, HRB 0000.</p>`,
  ],
} as const

export function noticePage(name: keyof typeof NOTICES): string {
  const [title, text] = NOTICES[name]
  return document(
    'de',
    `${title} · Blattwerk`,
    `${head('de')}<main><article><h1>${title}</h1>${text}</article></main>${foot('de')}`,
  )
}
