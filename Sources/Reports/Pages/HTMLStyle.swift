// How a report looks: on a screen in light or dark, and on A4.

extension HTMLPage {
  /// The style sheet. Colours are never the only sign: a warning is bold, a dashed line is last year.
  static let style = """
    :root { color-scheme: light dark; --ink: #1b2026; --soft: #59636e; --paper: #fff; --line: #d8dee4;
      --bar: #2a6f97; --back: #eef2f5; --warn: #9a3412; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a3adb8; --paper: #15191e;
      --line: #353d46; --bar: #7cc0e8; --back: #21272e; --warn: #f4a582; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, "Segoe UI", Arial, sans-serif; }
    main { max-width: 58rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
    .brand { margin: 0; color: var(--bar); font-weight: 700; letter-spacing: .02em; }
    h1 { margin: .25rem 0 0; font-size: 1.75rem; line-height: 1.2; }
    h2 { margin: 2.25rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line);
      font-size: 1.2rem; }
    h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
    .sub, .note, caption, footer { color: var(--soft); }
    .sub { margin: .25rem 0 0; }
    .note { margin: .375rem 0 0; }
    .note, caption, footer { font-size: .875rem; }
    .facts { margin: 1rem 0 0; padding: .75rem 1rem; background: var(--back); border-radius: .375rem;
      list-style: none; }
    .warning, tr.warning td, tr.warning th { color: var(--warn); font-weight: 600; }
    .wide { overflow-x: auto; }
    table { width: 100%; margin: .75rem 0 0; border-collapse: collapse; font-size: .9375rem;
      font-variant-numeric: tabular-nums; }
    caption { padding-bottom: .25rem; text-align: left; }
    th, td { padding: .3rem .5rem .3rem 0; border-bottom: 1px solid var(--line); text-align: left;
      vertical-align: top; font-weight: 400; }
    thead th { color: var(--soft); font-size: .8125rem; font-weight: 600; vertical-align: bottom; }
    th.n, td.n { padding-left: .5rem; text-align: right; }
    td.n, tbody th { white-space: nowrap; }
    td.t, thead th.t:not(:first-child) { padding-left: .75rem; }
    tbody td.t { min-width: 8.5rem; }
    td.b { width: 50%; padding-left: .75rem; vertical-align: middle; }
    td.b + td.n { width: 14%; }
    td.b svg { height: .8rem; margin: 0; }
    tr.sum th, tr.sum td { border-top: 2px solid var(--soft); font-weight: 700; }
    tr.closed th, tr.closed td { color: var(--soft); }
    svg { display: block; width: 100%; height: auto; margin-top: .5rem; }
    svg text { fill: var(--ink); font: 12px system-ui, "Segoe UI", Arial, sans-serif; }
    svg .soft { fill: var(--soft); }
    svg .bar { fill: var(--bar); }
    svg .back { fill: var(--back); }
    svg .axis { stroke: var(--line); fill: none; }
    svg .now { stroke: var(--bar); stroke-width: 2; fill: none; }
    svg .then { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; }
    svg .dot { fill: var(--bar); }
    summary { color: var(--soft); font-size: .875rem; cursor: pointer; }
    footer { margin-top: 2.5rem; border-top: 1px solid var(--line); }
    @page { size: A4; margin: 16mm 15mm; }
    @media print { :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --bar: #1d5b80;
      --back: #f0f0f0; --warn: #7a1f00; color-scheme: light; }
      body { font-size: 10.5pt; } main { max-width: none; padding: 0; } h2, h3 { break-after: avoid; }
      svg, tr, .facts, .wide { break-inside: avoid; } .wide { overflow: visible; }
      table { font-size: 8.5pt; } thead th { font-size: 7.5pt; }
      th, td { padding: .15rem .3rem .15rem 0; } th.n, td.n { padding-left: .3rem; }
      .bar, .back { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      td.b svg { height: 7pt; } .page { break-before: page; } tbody th { white-space: normal; }
      tbody td.t { min-width: 5rem; }
      thead { display: table-header-group; } }

    """
}
