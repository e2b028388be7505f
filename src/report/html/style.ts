/** The style of the page: light and dark, from a phone to a wide screen, and on paper. */
const LIGHT = `
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d2433; --faint: #586071; --line: #e2dfd6;
  --track: #efede6; --accent: #0b6e69; --second: #9a5b12; --plan: #7b8394;
  --fan: #0b6e6926;
  --h0: #ebe9e1; --h1: #b5dbd1; --h2: #6dbbac; --h3: #2b9585; --h4: #0b625d;
  --r1: #b3382c; --r2: #cf6f1f; --r3: #b08c16; --r4: #4f9a86; --r5: #0b6e69;`;
const DARK = `
  --paper: #14181f; --card: #1a2029; --ink: #e7e9ed; --faint: #a6afbd; --line: #2d3541;
  --track: #262e39; --accent: #5cc8bb; --second: #e3a45c; --plan: #8f99a9;
  --fan: #5cc8bb30;
  --h0: #262e39; --h1: #22605a; --h2: #27827a; --h3: #30a298; --h4: #74dccf;
  --r1: #f28474; --r2: #f0a45a; --r3: #e0c65c; --r4: #86c9b4; --r5: #43b9ab;`;

export const STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
@media print { :root { color-scheme: light; ${LIGHT} --paper: #ffffff; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
.page { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
header h1, h2 { font-family: Charter, "Iowan Old Style", "Palatino Linotype", "Noto Serif", Georgia, serif; font-weight: 600; line-height: 1.2; text-wrap: balance; }
header h1 { font-size: clamp(1.7rem, 5vw, 2.6rem); margin: 0 0 .35rem; letter-spacing: -.01em; }
header p { margin: 0; color: var(--faint); }
h2 { font-size: 1.5rem; margin: 3rem 0 1rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 0; }
p { margin: .5rem 0; max-width: 70ch; }
a { color: var(--accent); }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; margin: 1.5rem 0 0; font-size: .9rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; margin: 1.75rem 0 0; }
.facts > div { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; }
.facts dt { font-size: .85rem; color: var(--faint); }
.facts dd { margin: 0; }
.facts strong { display: block; font-size: 1.3rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.facts span { font-size: .85rem; color: var(--faint); }
figure { margin: 0 0 1.25rem; padding: 1.1rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
figcaption p { margin: .15rem 0 .75rem; color: var(--faint); font-size: .92rem; }
.chart { overflow-x: auto; background: linear-gradient(to right, var(--card) 40%, transparent) local, linear-gradient(to left, var(--card) 40%, transparent) 100% 0 local, linear-gradient(to right, var(--line), transparent), linear-gradient(to left, var(--line), transparent) 100% 0; background-size: 2.5rem 100%, 2.5rem 100%, 1rem 100%, 1rem 100%; background-repeat: no-repeat; }
.chart svg { display: block; width: 100%; height: auto; min-width: 34rem; }
.bars { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 2rem; align-items: start; }
.bars .chart svg { max-width: 30rem; min-width: 0; }
.small .chart svg { max-width: 26rem; min-width: 18rem; }
svg text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--faint); font-variant-numeric: tabular-nums; }
svg .label { fill: var(--ink); }
svg .strong { fill: var(--ink); font-weight: 700; }
svg path { fill: none; }
.grid { stroke: var(--line); stroke-width: 1; }
.today { stroke: var(--ink); stroke-width: 1.2; }
.target { stroke: var(--second); stroke-width: 1.4; stroke-dasharray: 2 3; }
.series { stroke-width: 2; stroke-linejoin: round; }
.series.done { stroke: var(--accent); stroke-width: 2.6; }
.series.spent { stroke: var(--second); stroke-width: 1.4; }
.series.plan { stroke: var(--plan); stroke-dasharray: 5 4; stroke-width: 1.5; }
.series.forecast { stroke: var(--accent); stroke-dasharray: 2 4; }
svg path.fan { fill: var(--fan); }
.dot { fill: var(--accent); opacity: 0; }
.dot:hover { opacity: 1; }
.h0 { fill: var(--h0); background: var(--h0); } .h1 { fill: var(--h1); background: var(--h1); }
.h2 { fill: var(--h2); background: var(--h2); } .h3 { fill: var(--h3); background: var(--h3); }
.h4 { fill: var(--h4); background: var(--h4); }
.bar, .studied { fill: var(--accent); }
.bar.quiet { fill: var(--plan); }
.track { fill: var(--track); }
.mark { stroke: var(--ink); stroke-width: 2; }
.planned { fill: var(--fan); stroke: var(--accent); stroke-dasharray: 3 3; }
.diagonal { stroke: var(--plan); stroke-dasharray: 5 4; stroke-width: 1.5; }
.bubble { fill: var(--accent); fill-opacity: .75; stroke: var(--card); }
.arc { stroke-width: 1.3; opacity: .6; }
.node { stroke-width: 2; }
.node.r0 { fill: var(--card); stroke: var(--plan); } .r0-line { stroke: var(--plan); opacity: .35; } .key.r0 { border: 2px solid var(--plan); }
.r1 { fill: var(--r1); background: var(--r1); } .r1-line { stroke: var(--r1); }
.r2 { fill: var(--r2); background: var(--r2); } .r2-line { stroke: var(--r2); }
.r3 { fill: var(--r3); background: var(--r3); } .r3-line { stroke: var(--r3); }
.r4 { fill: var(--r4); background: var(--r4); } .r4-line { stroke: var(--r4); }
.r5 { fill: var(--r5); background: var(--r5); } .r5-line { stroke: var(--r5); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: .85rem; color: var(--faint); max-width: none; }
.legend > span { display: inline-flex; align-items: center; gap: .35rem; white-space: nowrap; }
.key { display: inline-block; width: .85rem; height: .85rem; border-radius: 3px; }
.key.done { background: var(--accent); height: .25rem; } .key.spent { background: var(--second); height: .18rem; }
.key.plan { background: var(--plan); height: .18rem; } .key.fan { background: var(--fan); }
details { margin-top: .6rem; }
summary { cursor: pointer; font-size: .9rem; color: var(--accent); width: fit-content; }
.scroll { overflow: auto; max-height: 26rem; margin-top: .6rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--faint); padding-bottom: .3rem; }
th, td { text-align: left; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody th { font-weight: 400; }
thead th { position: sticky; top: 0; background: var(--card); font-weight: 600; }
.number { text-align: right; white-space: nowrap; }
th button { all: unset; cursor: pointer; }
th button:focus-visible, .scroll:focus-visible, .chart:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
th[aria-sort="ascending"] button::after { content: " \\2191"; } th[aria-sort="descending"] button::after { content: " \\2193"; }
.faint { color: var(--faint); font-size: .92rem; }
.weak li, .checks > li { margin: .4rem 0; }
.checks { list-style: none; padding: 0; }
.checks > li::before { content: "\\2610\\00a0"; color: var(--faint); } .checks > li.done::before { content: "\\2611\\00a0"; color: var(--accent); }
.checks > li { padding-left: 1.4rem; text-indent: -1.4rem; }
.checks ul { font-size: .88rem; color: var(--faint); padding-left: 1.2rem; columns: 22rem; column-gap: 2.4rem; text-indent: 0; }
.checks ul li { break-inside: avoid; }
.note { border-left: 3px solid var(--accent); padding-left: 1rem; margin: 1.25rem 0; }
.note p { margin: .2rem 0; white-space: pre-line; }
.plan { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .75rem; }
.plan > li { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .7rem 1rem; }
.plan ul { padding-left: 1.1rem; margin: .3rem 0 0; font-size: .95rem; }
footer { margin-top: 3rem; color: var(--faint); font-size: .85rem; }
#tip { position: fixed; pointer-events: none; z-index: 2; background: var(--ink); color: var(--paper); padding: .25rem .55rem; border-radius: .35rem; font-size: .85rem; max-width: 18rem; }
code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .92em; }
@media (max-width: 30rem) { .page { padding: 1.5rem .9rem 3rem; } figure { padding: .9rem .85rem; } }
@page { margin: 16mm 14mm; }
@media print {
  :root { font-size: 87.5%; }
  .page { max-width: none; padding: 0; }
  nav, details:not([open]), #tip { display: none; }
  h2 { break-after: avoid; margin: 1.25rem 0 .6rem; padding-top: .8rem; }
  figure, .facts > div, .note, .plan > li, tr { break-inside: avoid; }
  .facts { grid-template-columns: 1fr 1fr 1fr 1.6fr; margin-top: 1rem; } .facts strong { font-size: 1.1rem; }
  figcaption, h2 + p { break-after: avoid; }
  .tall .chart svg { max-height: 190mm; }
  figure { border: 0; padding: 0; margin-bottom: 1rem; } figcaption p { margin-bottom: .3rem; }
  .chart { overflow: visible; background: none; } .chart svg { min-width: 0; }
  .scroll { overflow: visible; max-height: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
