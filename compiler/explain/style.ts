/** The look of the page, on a screen and on paper. */
export const style = `
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; background: #fff; }
h1 { font-size: 1.4rem; margin-bottom: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 2px solid #1c1c1c; }
p { margin: .2rem 0; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1rem; break-inside: avoid; }
td, th { padding: .2rem .4rem; vertical-align: top; text-align: left; }
tr.whole > td { font-weight: bold; border-bottom: 1px solid #888; }
tr.line > td { border-bottom: 1px solid #ddd; }
.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.rule { width: 3rem; }
.note, .held, small, caption { color: #555; font-size: .85rem; }
.held { margin: 0; padding-left: 1.2rem; }
mark { background: #fff2b3; color: inherit; }
table.bands { width: auto; margin: .3rem 0 .3rem 1rem; font-size: .85rem; }
table.bands caption { text-align: left; padding-left: .4rem; }
table.bands th { font-weight: normal; border-bottom: 1px solid #bbb; }
tr.sum td { border-top: 1px solid #bbb; }
.term { margin-bottom: .6rem; break-inside: avoid; }
blockquote { margin: .2rem 0 .2rem 1rem; }
.reading { margin-left: 1rem; font-size: .9rem; }
.warning { border: 2px solid #a40000; padding: .4rem; }
a { color: inherit; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } a { text-decoration: none; } }
`
