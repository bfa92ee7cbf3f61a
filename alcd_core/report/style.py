"""The report's style sheet, for light and dark screens and for print."""

STYLE = """
:root { color-scheme: light dark; --paper: #fbfbf9; --ink: #1f2328; --soft: #626a73; --line: #dfe1de; --card: #ffffff;
  --accent: #0b6e8a; --second: #c2571a; --third: #7a7f87; }
@media (prefers-color-scheme: dark) { :root { --paper: #15181b; --ink: #e4e6e8; --soft: #9aa3ac; --line: #31363b;
  --card: #1c2024; --accent: #4fb3cf; --second: #ec8f55; --third: #9aa0a8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI",
  Roboto, "Helvetica Neue", "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1120px; margin: 0 auto; padding: 48px 24px 72px; }
h1 { font-size: 34px; line-height: 1.15; font-weight: 650; letter-spacing: -0.015em; margin: 0 0 8px;
  overflow-wrap: anywhere; }
h2 { font-size: 21px; font-weight: 620; letter-spacing: -0.01em; margin: 56px 0 6px; }
p { margin: 0 0 16px; max-width: 74ch; }
.lead { font-size: 18px; color: var(--soft); }
.soft, figcaption, .chart text { color: var(--soft); fill: var(--soft); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 12px; margin: 28px 0 0;
  padding: 0; list-style: none; }
.figures li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; }
.figures b { display: block; font-size: 27px; line-height: 1.2; font-weight: 620; letter-spacing: -0.02em; }
.figures span { color: var(--soft); font-size: 14px; }
.grid2, .grid3, .grid4 { display: grid; gap: 18px; margin: 18px 0; }
.grid2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.grid3 { grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); }
.grid4 { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 8px; margin: 8px 0; }
@media (max-width: 720px) { .grid2 { grid-template-columns: 1fr; } .grid4 { grid-template-columns: repeat(2, 1fr); } }
figure { margin: 0; break-inside: avoid; }
figure > svg.map, figure > img { display: block; width: 100%; height: auto; border-radius: 6px; background: #d9dbd8; }
figcaption { font-size: 14px; line-height: 1.45; padding: 7px 2px 0; }
.tile { fill: none; vector-effect: non-scaling-stroke; stroke-width: 1.5px; }
.veil { fill: #fff; fill-opacity: 0.5; }
.tile.changed { stroke: #a50f15; fill: #e3342f; fill-opacity: 0.75; }
.tile.unchanged { stroke: #08416b; fill: #3182bd; fill-opacity: 0.7; }
.tile.ambiguous { stroke: #5b3a86; fill: #9b6fc3; fill-opacity: 0.8; }
.tile.queried { stroke: #8a4b00; fill: #ff9d1e; fill-opacity: 0.6; }
.tile.test { stroke: #59616b; stroke-width: 0.7px; stroke-dasharray: 3 3; fill: #59616b; fill-opacity: 0.10; }
.chart { display: block; width: 100%; height: auto; font-size: 13px; }
.chart .name { fill: var(--ink); font-size: 14px; }
.chart .grid { stroke: var(--line); }
.chart .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
.chart .rail { fill: var(--line); fill-opacity: 0.55; }
.first { stroke: var(--accent); fill: var(--accent); } .line.first { fill: none; }
.second { stroke: var(--second); fill: var(--second); } .line.second { fill: none; }
.third { stroke: var(--third); fill: var(--third); } .line.third { fill: none; stroke-dasharray: 5 5; }
.bar { stroke: none; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 6px 0 0; padding: 0;
  font-size: 14px; color: var(--soft); }
.legend li::before { content: ""; display: inline-block; width: 12px; height: 12px; margin-right: 7px;
  border-radius: 3px; vertical-align: -1px; background: var(--key, var(--third)); }
.legend .first { --key: var(--accent); } .legend .second { --key: var(--second); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 15px; margin: 14px 0; }
th, td { text-align: right; padding: 7px 12px 7px 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { font-weight: 560; color: var(--soft); font-size: 13.5px; vertical-align: bottom; }
th:first-child, td:first-child { text-align: left; }
.facts td { text-align: left; white-space: normal; overflow-wrap: anywhere; }
.facts td:first-child { color: var(--soft); width: 30%; white-space: normal; }
footer { margin-top: 56px; padding-top: 14px; border-top: 1px solid var(--line); color: var(--soft); font-size: 14px; }
@media print { :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #ccc; --accent: #0b6e8a;
    --second: #c2571a; --third: #777; }
  main { max-width: none; padding: 0; } body { font-size: 10.5pt; } h2 { break-after: avoid; margin-top: 28px; }
  .grid3 { grid-template-columns: repeat(3, 1fr); }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } @page { margin: 16mm; } }
"""
