// Small multiples: one small line for every word, all on the same axes, so that they can be compared.
import { areaY, axisX, axisY, cut, line, dot, plot, pointer, ruleY, tip } from "./marks.js";

export function drawMultiples(canvas, rows, { width, figure }) {
  const items = rows.map((row) => ({ ...row, at: begun(row.from), number: Number(row.value) }));
  const times = items.map((item) => item.at);
  const most = Math.max(...items.map((item) => item.number), 0) || 1;
  const across = Math.max(1, Math.min(4, Math.floor(width / (width < 600 ? 150 : 260))));
  const each = Math.floor((width - (across - 1) * 16) / across);
  const x = { type: "utc", label: null, domain: [new Date(Math.min(...times)), new Date(Math.max(...times))] };
  const drawn = [...new Set(items.map((item) => item.lane))].map((lane) => {
    const box = document.createElement("div");
    const title = document.createElement("p");
    title.textContent = lane;
    title.setAttribute("aria-hidden", "true");
    box.append(title, small(items.filter((item) => item.lane === lane), { width: each, x, most, unit: figure.dataset.unit }));
    return box;
  });
  canvas.classList.add("multiples");
  canvas.replaceChildren(...drawn);
}

// The first day of a period: `2025`, `2025-Q2` or `2025-03`.
function begun(period) {
  const [year, part = "1"] = period.split("-");
  const month = part.startsWith("Q") ? (Number(part.slice(1)) - 1) * 3 : Number(part) - 1;
  return new Date(Date.UTC(Number(year), month));
}

// Where there is room for few words, the axis names the first period and the last one only.
function ends(items, x, width) {
  if (width >= 220) return { ticks: 3 };
  const names = new Map(items.map((item) => [item.at.getTime(), item.date]));
  return { ticks: x.domain, tickFormat: (at) => names.get(at.getTime()) ?? "", textAnchor: "middle" };
}

function small(items, { width, x, most, unit }) {
  const told = (item) => `${item.date}: ${item.title}`;
  return plot({
    width,
    height: 120,
    marginLeft: 34,
    marginRight: width < 220 ? 18 : 8,
    marginTop: 8,
    x,
    y: { domain: [0, most], label: null },
    marks: [
      ruleY([0], { stroke: "var(--soft)" }),
      axisX({ ...ends(items, x, width), color: "var(--soft)", fontSize: 11 }),
      axisY({ ticks: Math.min(3, Math.ceil(most)), tickFormat: (value) => (Number.isInteger(value) ? `${value}${unit ?? ""}` : ""), color: "var(--soft)", fontSize: 11, label: null }),
      areaY(items, { x: "at", y: "number", fill: "var(--statements)" }),
      line(items, { x: "at", y: "number", stroke: "var(--statements-line)" }),
      dot(items, { x: "at", y: "number", r: 2.5, fill: "var(--statements-line)", href: "href" }),
      tip(items, pointer({ x: "at", y: "number", title: (item) => cut(told(item), 120) })),
    ],
  });
}
