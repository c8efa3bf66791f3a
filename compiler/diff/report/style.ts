/**
 * The look of a report, on a screen and on paper (A4), always dark on light. Before is dashed and orange, after solid
 * and blue, which who sees no colours tells apart too.
 */
export const style = `
:root { --ink: #1c2126; --soft: #545d66; --line: #d5d9dd; --faint: #f5f6f7; --was: #b34700; --is: #005f9e; --alarm: #98251b;
  --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif;
  --sans: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  --mono: "Sarasa Mono SC", "Noto Sans Mono CJK SC", NSimSun, ui-monospace, monospace; }
html:lang(en) {
  --serif: Georgia, "Times New Roman", "Liberation Serif", "Noto Serif CJK SC", SimSun, serif;
  --sans: "Helvetica Neue", "Segoe UI", Arial, "Liberation Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
* { box-sizing: border-box; }
html { font-size: 16px; color-scheme: light; }
body { font: 1rem/1.6 var(--sans); color: var(--ink); background: #fff; margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 56rem; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
p { margin: .3rem 0; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .2rem; }
h2 { font-size: 1.25rem; margin: 2.6rem 0 .8rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
header { border-bottom: 1px solid var(--line); padding-bottom: .8rem; }
header .kind { color: var(--soft); margin: 0; }
header .sides { font-size: 1.05rem; }
code { font-family: var(--mono); font-size: .88em; overflow-wrap: anywhere; }
small, .note, .place { color: var(--soft); font-size: .85rem; }
nav ol { margin: 1rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; font-size: .9rem; }

.findings { font-size: 1.08rem; line-height: 1.75; padding-left: 1.3rem; margin: .4rem 0 .8rem; }
.proof { padding: .5rem .9rem; border: 1px solid var(--line); border-left: 4px solid var(--is); background: var(--faint); }
.proof.open { border-left-color: var(--alarm); }

table { border-collapse: collapse; font-size: .9rem; line-height: 1.5; font-variant-numeric: tabular-nums; margin: .4rem 0 .8rem; width: 100%; }
th, td { padding: .25rem .6rem; text-align: left; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
thead th { border-bottom: 1.5px solid var(--ink); color: var(--soft); font-weight: normal; font-size: .85rem; }
td, tbody th { border-bottom: 1px solid var(--line); }
tbody th { font-weight: normal; color: var(--soft); white-space: nowrap; }
.amount { text-align: right; white-space: nowrap; }
th.amount { text-align: right; }
tr.differs td { font-weight: bold; }
.regions thead th:nth-child(2), .regions thead th:nth-child(3) { width: 17%; }
.regions .formula { font-weight: bold; }
.regions td.head { border-bottom: 0; padding-bottom: 0; }
.regions td.head ~ td { border-bottom: 0; }
.regions tr.line td:first-child { padding-left: 1.2rem; }
.regions .amount { white-space: normal; }
.regions p { margin: .1rem 0; }
ul.where, ul.leaves { margin: 0; padding: 0; list-style: none; }
ul.leaves { display: flex; flex-wrap: wrap; gap: 0 1.2rem; color: var(--soft); font-size: .88rem; }
.formula { font-family: var(--mono); font-size: .88em; }

.change { margin: 1.2rem 0; padding-bottom: .6rem; border-bottom: 1px solid var(--line); }
.kind.added, .kind.removed, .kind.changed, .kind.moved, .kind.renamed { display: inline-block; padding: 0 .45em; border: 1px solid currentColor; border-radius: .2em; font-size: .78rem; font-weight: normal; }
.change h3 { margin: 0 0 .3rem; font-weight: normal; }
.change .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.4rem; }
.basis { font-size: .88rem; }
.side { color: var(--soft); font-size: .8rem; border: 1px solid var(--line); border-radius: .2em; padding: 0 .4em; }
blockquote { font-family: var(--serif); line-height: 1.7; margin: .4rem 0; padding-left: .8rem; border-left: 3px solid var(--line); }
blockquote small { font-family: var(--mono); font-size: .72rem; }
.grade { padding: 0 .4em; border: 1px solid currentColor; border-radius: .2em; font-size: .75rem; color: var(--soft); white-space: nowrap; }
.grade.press, .grade.unconfirmed { color: var(--alarm); }
pre { font: .82rem/1.6 var(--mono); margin: .3rem 0; padding: .35rem .7rem; background: var(--faint); border-left: 3px solid; white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { font-size: 1em; }
pre .side { float: right; font-family: var(--sans); }
pre.was { border-color: var(--was); }
pre.is { border-color: var(--is); }
td.was code { color: var(--was); }
td.is code { color: var(--is); }

.bill { margin-top: .7rem; }
ul.leaves.differs { color: var(--ink); font-weight: bold; }
figure { margin: .8rem 0 1.4rem; break-inside: avoid; }
figcaption { font-weight: bold; }
svg { display: block; width: 100%; height: auto; font: 11px var(--sans); }
svg text { fill: var(--soft); }
svg .grid { stroke: #e6e9ec; stroke-width: 1; }
svg .zero { stroke: var(--ink); stroke-width: 1; }
svg .curve { fill: none; stroke-width: 2; }
svg .curve.was { stroke: var(--was); stroke-dasharray: 7 4; }
svg .curve.is { stroke: var(--is); }
svg .dot.was { fill: #fff; stroke: var(--was); stroke-width: 1.5; }
svg .dot.is { fill: var(--is); }
svg .area.more { fill: #9ec9e6; }
svg .area.less { fill: #f3c49b; }
table.months td:first-child { width: 9rem; }
svg .months { stroke: none; }
svg .months.dark { fill: #2b6390; }
svg .months.light { fill: #f3c49b; }
svg .months.middle { fill: #9a9a9a; }
svg .months.none { fill: #fff; stroke: var(--line); }
svg .edge { fill: none; stroke: var(--ink); stroke-width: 1; }
.breakpoints { font-size: .82rem; }

@media screen and (max-width: 40rem) {
  .change .sides { grid-template-columns: 1fr; }
  table { display: block; overflow-x: auto; }
}
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #545d66; } }
@media print {
  html { font-size: 9pt; }
  body { max-width: none; margin: 0; padding: 0; line-height: 1.5; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { text-decoration: none; }
  figure { display: grid; grid-template-columns: 1fr 1fr; align-items: start; gap: 0 1.2rem; margin: .3rem 0 .8rem; }
  figcaption { grid-column: 1 / -1; }
  .breakpoints { font-size: .75rem; }
  .breakpoints .amount { white-space: normal; }
  .bills { columns: 2; column-gap: 1.6rem; }
  h2 { margin-top: 1.8rem; }
  h2, h3, figcaption, section > .note, .regions tr.head { break-after: avoid; }
  tr, blockquote, pre, svg, .bill, .change h3 { break-inside: avoid; }
  thead { display: table-header-group; }
  p { orphans: 3; widows: 3; }
}
`
