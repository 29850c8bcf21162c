import { createHash } from 'node:crypto'

/** The whole look of the page: one column for a phone, light or dark as the person likes it, no picture and no font to load. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f1f3f0;--paper:#fff;--ink:#17201c;--soft:#4e5955;--line:#dde2de;--edge:#6d7873;--accent:#0b5f47;--on:#fff;--tint:#e2f0e8;--warning:#9d1f17}
@media (prefers-color-scheme:dark){:root{--ground:#101513;--paper:#19201d;--ink:#edf2ef;--soft:#b2bdb7;--line:#2d3632;--edge:#87938d;--accent:#84d3b4;--on:#08231a;--tint:#17332a;--warning:#ffaea4}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;overflow-wrap:break-word}
.page{max-width:37rem;margin:0 auto;padding:max(1.25rem,env(safe-area-inset-top)) 1rem max(2.5rem,env(safe-area-inset-bottom))}
a{color:var(--accent);text-underline-offset:.18em}
h1,h2,h3,p,ul,dl{margin:0}
h1{font-size:clamp(1.6rem,1.25rem + 1.7vw,2.1rem);line-height:1.15;letter-spacing:-.02em;text-wrap:balance}
h2{font-size:1.15rem;line-height:1.3;letter-spacing:-.005em}
h3{font-size:1rem;line-height:1.35}
.soft{color:var(--soft)}.small{font-size:.9rem}
.brand{display:flex;align-items:center;gap:.7rem;font-weight:600;margin-bottom:1.5rem}
.brand span{flex:none;display:grid;place-items:center;width:2.6rem;height:2.6rem;border-radius:50%;background:var(--accent);color:var(--on);font-size:1.15rem}
header p{margin-top:.5rem}
.card{background:var(--paper);border:1px solid var(--line);border-radius:1.25rem;padding:1.25rem;margin-top:1rem}
.card>*+*{margin-top:.75rem}
.done{background:var(--tint);border:0;margin-top:1.25rem}
.done strong{display:block}
.done p+p{margin-top:.25rem}
.topics{list-style:none;padding:0}
.topics li{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem 1rem;padding:1rem 0;border-top:1px solid var(--line)}
.topics li:first-child{padding-top:.25rem;border-top:0}
.topics .what{flex:1 1 13rem;min-width:0}
.state{display:flex;align-items:center;gap:.5rem;font-size:.9rem;margin-top:.3rem;color:var(--soft)}
.state::before{content:"";flex:none;width:.65rem;height:.65rem;border-radius:50%;border:2px solid var(--edge)}
.state.on{color:var(--accent);font-weight:600}.state.on::before{background:var(--accent);border-color:var(--accent)}
.state.waiting::before{border-style:dashed}
form{margin:0}
.row{display:flex;flex-wrap:wrap;gap:.6rem}
.row>*{flex:1 1 8rem}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:2.9rem;padding:.5rem 1.1rem;border:1.5px solid var(--edge);border-radius:1.45rem;background:none;color:var(--ink);font:inherit;font-weight:600;line-height:1.25;text-align:center;text-decoration:none;cursor:pointer}
.topics form,.topics .button{flex:0 1 auto;width:auto}
button:hover,.button:hover{background:var(--tint)}
.main{background:var(--accent);border-color:var(--accent);color:var(--on)}
.main:hover{background:var(--accent);filter:brightness(1.08)}
.grave{border-color:var(--warning);color:var(--warning)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
label{display:block;font-weight:600}
input[type=text]{display:block;width:100%;min-height:3.4rem;margin-top:.5rem;padding:.25rem 1rem;border:1.5px solid var(--edge);border-radius:.9rem;background:var(--ground);color:var(--ink);font:600 1.6rem/1.2 ui-monospace,SFMono-Regular,Menlo,monospace;letter-spacing:.14em}
input[aria-invalid]{border-color:var(--warning)}
.error{color:var(--warning);font-weight:600}
.stack>*+*{margin-top:.9rem}
.back{margin-top:1.25rem}.back a{display:inline-flex;align-items:center;min-height:2.75rem}
summary{cursor:pointer;font-weight:600;font-size:1.15rem;line-height:1.3;padding:.15rem 0}
details>*+*{margin-top:.75rem}
.list{padding-left:1.15rem}.list li+li{margin-top:.35rem}
.list li::marker{color:var(--edge)}
.languages{margin-top:2rem}
.languages ul{display:flex;flex-wrap:wrap;gap:.1rem .25rem;list-style:none;padding:0;margin:0 -.6rem}
.languages a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .6rem;color:var(--soft)}
.languages a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
footer{margin-top:1rem;color:var(--soft);font-size:.9rem}
footer nav{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin-top:.5rem}
footer a{display:inline-flex;align-items:center;min-height:2.75rem;color:inherit}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (min-width:40rem){.page{padding-top:3rem}.card{padding:1.6rem}}
@media (forced-colors:active){.state.on::before{background:CanvasText}}
@media print{.languages,form{display:none}}
`

/**
 * What the page may load and do: its own look, forms to ourselves, nothing else; not even a script, and no frame around it.
 * The look is named by its digest, so nothing that anybody puts into a text can restyle the page.
 */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
