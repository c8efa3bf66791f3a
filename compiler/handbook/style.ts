/** The look of a handbook, on a screen and on paper (A4). No rule of a policy is told by colour alone. */
export const style = `
:root {
  --ink: #1c2126; --soft: #545d66; --line: #d5d9dd; --faint: #f5f6f7; --paper: #fff;
  --accent: #0d5261; --keyword: #0d5261; --figure: #7d3410; --text: #3d5a24; --alarm: #98251b; --alarm-paper: #fbefed; --good: #22622f;
  --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif;
  --sans: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  --mono: "Sarasa Mono SC", "Noto Sans Mono CJK SC", NSimSun, ui-monospace, monospace;
}
html:lang(en) {
  --serif: Georgia, "Times New Roman", "Liberation Serif", "Noto Serif CJK SC", "Songti SC", SimSun, serif;
  --sans: "Helvetica Neue", "Segoe UI", Arial, "Liberation Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
}
* { box-sizing: border-box; }
html { font-size: 16px; color-scheme: light dark; }
body { font: 1rem/1.65 var(--sans); color: var(--ink); background: var(--paper); margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 54rem; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
a:hover { color: var(--accent); text-decoration-color: currentColor; }
p { margin: .3rem 0; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 .2rem; }
h2 { font-size: 1.3rem; margin: 3rem 0 1rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .4rem; }
h3 small { font-weight: normal; }
header { border-bottom: 1px solid var(--line); padding-bottom: .8rem; }
small, .note { color: var(--soft); font-size: .875rem; }
code { font: inherit; }
cite { font-style: normal; }

nav h2 { font-size: 1.05rem; border: 0; margin: 1.5rem 0 .3rem; }
nav ol { margin: 0; padding-left: 1.5rem; font-size: .9rem; }
nav ul { margin: 0; padding: 0; list-style: none; color: var(--soft); }
nav li li { padding-left: 1.6rem; text-indent: -1.6rem; }
nav a { text-decoration: none; }

.article { margin-top: 2.2rem; }
.article h3 { font-size: 1.15rem; margin: 0; }
.source { color: var(--soft); font-size: .875rem; margin: 0 0 .6rem; }
.divider { margin: 3rem 0 0; padding: .4rem .8rem; background: var(--faint); border-left: 4px solid var(--accent); font-weight: bold; }
blockquote { font-family: var(--serif); font-size: 1.03rem; line-height: 1.8; margin: 1.1rem 0 .5rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--accent); }
.fact { font-family: var(--mono); font-size: .72rem; white-space: nowrap; }
aside { margin: .5rem 0 .5rem 1rem; padding: .35rem .8rem; background: var(--faint); border-left: 3px solid var(--line); font-size: .92rem; }
aside.clause { border-left-style: double; }
.section { margin: 1rem 0 0; }
.section > .heading { font-weight: bold; margin: 1.2rem 0 .3rem; padding: .2rem .7rem; border: 1px solid var(--line); border-left: 3px solid var(--ink); background: var(--faint); }

.rule { margin: .7rem 0 1.3rem 1rem; }
.rule > .title { color: var(--soft); font-size: .82rem; margin: 0 0 .25rem; }
.number { display: inline-block; min-width: 1.7em; margin-right: .5em; padding: 0 .3em; border: 1px solid currentColor; border-radius: .2em; color: var(--soft); font: .75rem/1.5 var(--sans); text-align: center; font-variant-numeric: tabular-nums; }
.sentence { margin: .2rem 0; }
.mark, .grade { display: inline-block; padding: 0 .45em; border: 1px solid currentColor; border-radius: .2em; font-size: .75rem; line-height: 1.5; color: var(--soft); }
.source .grade { margin-left: .6em; }
.grade.press, .grade.unconfirmed, .warning { color: var(--alarm); background: var(--alarm-paper); }
.grade.unconfirmed { font-weight: bold; }
.warning { border: 1px solid currentColor; padding: .4rem .8rem; }
dl.exception { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .2rem 0; }
dt { color: var(--soft); }
dd { margin: 0; }

table { border-collapse: collapse; font-size: .92rem; line-height: 1.5; font-variant-numeric: tabular-nums; margin: .4rem 0 .6rem; }
th, td { padding: .22rem .7rem; text-align: left; vertical-align: top; }
th { font-weight: bold; }
caption { text-align: left; color: var(--soft); font-size: .875rem; padding-bottom: .2rem; }
caption strong { color: var(--ink); }
.grid { border-top: 1.5px solid var(--ink); border-bottom: 1.5px solid var(--ink); }
.grid th, .grid td { border: 1px solid var(--line); }
.grid thead th { background: var(--faint); font-weight: normal; text-align: center; }
.grid thead tr.names th { font-weight: bold; }
.grid thead th.side { text-align: right; color: var(--soft); }
.grid tbody { border-top: 1px solid var(--ink); }
.amount, .grid td.interval { text-align: right; }
.grid td.interval, .ledger td:nth-child(2) { white-space: nowrap; }
.grid td.merged, .wide td.value { text-align: center; }
.plain, .index { width: 100%; }
.plain thead th { border-bottom: 1.5px solid var(--ink); color: var(--soft); font-weight: normal; font-size: .85rem; white-space: nowrap; }
.plain td { border-bottom: 1px solid var(--line); }
.plain td:first-child, .plain th:first-child { padding-left: 0; }
.period { white-space: nowrap; }
.plain code { font-family: var(--mono); font-size: .85em; overflow-wrap: anywhere; }

pre.code { font: .8rem/1.6 var(--mono); margin: .4rem 0 0; padding: .35rem .7rem; background: var(--faint); border-radius: .2em; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--ink); }
code a { text-decoration: none; }
code a:hover { text-decoration: underline; }
.k { color: var(--keyword); }
pre .k { font-weight: bold; }
.q { color: var(--figure); }
.t { color: var(--text); }
.c, .x { color: var(--soft); }
:not(pre) > code .k, :not(pre) > code .q { color: inherit; }

.example { margin-top: 1.6rem; }
.example h3 { margin-bottom: .2rem; }
.columns { display: flex; flex-wrap: wrap; gap: .2rem 2.5rem; align-items: flex-start; }
.pairs td { border-bottom: 1px solid var(--line); }
.pairs td:first-child { padding-left: 0; color: var(--soft); }
.pairs td:last-child { text-align: right; }
.passes, .fails { font-size: .8rem; font-weight: normal; padding: 0 .45em; border: 1px solid currentColor; border-radius: .2em; }
.passes { color: var(--good); }
.fails { color: var(--alarm); font-weight: bold; }
.section-mark { color: var(--soft); font-weight: normal; }
.facts { columns: 7rem; padding: 0; list-style: none; font-size: .85rem; }
.facts li { break-inside: avoid; }

@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e6e8; --soft: #a4adb5; --line: #3b4248; --faint: #22272b; --paper: #181b1e; --accent: #7cc3d1; --keyword: #7cc3d1; --figure: #eba67f; --text: #b1cf95; --alarm: #f19a90; --alarm-paper: #3a201d; --good: #8dcf9a; }
}
@media screen and (max-width: 40rem) {
  .rule, aside { margin-left: 0; }
  .grid, .plain { display: block; overflow-x: auto; }
  .grid th, .grid td { min-width: 4em; }
}
@media (min-width: 84rem) {
  body { max-width: 78rem; display: grid; grid-template-columns: 18rem minmax(0, 54rem); gap: 0 3rem; }
  header { grid-column: 1 / -1; }
  nav { position: sticky; top: 0; max-height: 100vh; overflow: auto; align-self: start; padding-bottom: 2rem; }
}
@page { size: A4; margin: 18mm 17mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #545d66; } }
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --faint: #f4f4f4; --paper: #fff; --accent: #0d5261; --keyword: #0d5261; --figure: #6d2c0c; --text: #33501c; --alarm: #8b1d14; --alarm-paper: #fff; --good: #1d552a; }
  html { font-size: 9pt; color-scheme: light; }
  body { display: block; max-width: none; margin: 0; padding: 0; line-height: 1.5; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { text-decoration: none; }
  h2 { margin-top: 1.8rem; }
  nav ul { columns: 2; }
  #articles, #examples, #inputs { break-before: page; }
  h2, h3, .source, .heading, .title, .divider, caption, blockquote { break-after: avoid; }
  .rule, blockquote, aside, tr, .example, .facts li { break-inside: avoid; }
  .rule { margin-bottom: 1rem; }
  thead { display: table-header-group; }
  p, blockquote { orphans: 3; widows: 3; }
}
`
