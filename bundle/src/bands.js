// A person's offices as bands over time, with a stroke for every time that the person is quoted.
import { axisX, barX, cut, day, dot, gridX, plot, pointer, text, tip } from "./marks.js";

const YEAR = 365 * 86_400_000;

export function drawBands(canvas, rows, { width }) {
  const items = rows.map((row) => ({ ...row, x1: day(row.from), x2: day(row.to) ?? day(row.until) })).filter((item) => item.x1);
  // A quotation may be dated far from the person's time, by what it tells of: the chart spans what is known of the offices.
  const known = items.filter((item) => item.kind !== "statements");
  const times = (known.length ? known : items).flatMap((item) => [item.x1, item.x2 ?? item.x1]).map(Number);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const margin = Math.max((last - first) * 0.03, 5 * 86_400_000);
  const span = [new Date(first - YEAR), new Date(last + margin)];
  const lanes = [...new Set(items.map((item) => item.lane))];
  const bands = items.filter((item) => item.kind === "office");
  const said = items.filter((item) => item.kind !== "office" && item.x1 >= span[0] && item.x1 <= span[1]);
  const marked = { x: "x1", fy: "lane", frameAnchor: "middle" };
  const drawn = plot({
    width,
    height: lanes.length * 52 + 40,
    marginLeft: 12,
    marginRight: 16,
    marginTop: 4,
    x: { type: "utc", domain: span, label: null },
    fy: { domain: lanes, axis: null, padding: 0 },
    marks: [
      gridX({ ticks: width > 640 ? 10 : 4, stroke: "var(--rule)", strokeOpacity: 1 }),
      axisX({ anchor: "bottom", facetAnchor: "bottom", ticks: width > 640 ? 10 : 4, color: "var(--soft)", fontSize: 12 }),
      barX(bands, { x1: "x1", x2: "x2", fy: "lane", fill: "var(--actors)", stroke: "var(--actors-line)", strokeDasharray: (item) => (item.open ? "4 3" : null), insetTop: 24, insetBottom: 5, href: "href" }),
      dot(said, { ...marked, dy: 9, r: 4.5, symbol: (item) => (item.kind === "title" ? "square" : "diamond"), fill: (item) => (item.kind === "title" ? "var(--actors-line)" : "var(--statements-line)"), stroke: "var(--sheet)", href: "href" }),
      text(lanes, { fy: (lane) => lane, text: (lane) => cut(lane, width > 640 ? 100 : 46), frameAnchor: "top-left", dy: 5, fill: "var(--ink)", fontSize: 13, fontWeight: 600, stroke: "var(--sheet)", strokeWidth: 4 }),
      tip(said, pointer({ ...marked, title: (item) => `${item.date}\n${cut(item.title, 160)}`, maxRadius: 24 })),
    ],
  });
  const note = document.createElement("p");
  note.className = "hint";
  const outside = items.length - bands.length - said.length;
  note.textContent = outside ? `${outside} dated outside these years: see the table.` : "";
  canvas.replaceChildren(drawn, note);
}
