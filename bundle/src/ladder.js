// How firm an undertaking was, and how much it named, each time that it was said.
import { axisX, axisY, cut, day, dot, gridX, line, plot, pointer, ruleY, tip } from "./marks.js";

const RUNGS = ["aspired", "intended", "agreed", "pledged", "binding"];

export function drawLadder(canvas, rows, { width }) {
  const said = rows.map((row) => ({ ...row, at: day(row.from) })).filter((row) => row.at);
  if (!said.length) return;
  const span = stretch(said);
  const firm = said.filter((row, at) => RUNGS.includes(row.firmness) && said.findIndex((one) => one.title === row.title && one.from === row.from) === at);
  const drawn = firm.length ? [firmness(firm, span, width)] : [];
  for (const unit of new Set(said.filter((row) => row.value).map((row) => row.unit))) {
    drawn.push(numbers(said.filter((row) => row.unit === unit && row.value), unit, span, width));
  }
  canvas.replaceChildren(...drawn);
}

function stretch(said) {
  const times = said.map((row) => Number(row.at));
  const margin = Math.max((Math.max(...times) - Math.min(...times)) * 0.05, 3 * 86_400_000);
  return [new Date(Math.min(...times) - margin), new Date(Math.max(...times) + margin)];
}

function shared(span, width) {
  return { width, marginLeft: 78, marginRight: 16, marginTop: 26, x: { type: "utc", domain: span, label: null } };
}

function marksOf(rows, y, width, color) {
  const told = (row) => `${row.date}\n${cut(row.title, 160)}`;
  return [
    gridX({ ticks: width > 640 ? 10 : 4, stroke: "var(--rule)", strokeOpacity: 1 }),
    axisX({ ticks: width > 640 ? 10 : 4, color: "var(--soft)", fontSize: 12 }),
    several(rows) ? null : line(rows, { x: "at", y, stroke: color, strokeWidth: 1.5, curve: "step-after", sort: "at" }),
    dot(rows, { x: "at", y, r: 5, fill: (row) => (row.source === "repeat" ? "var(--sheet)" : color), stroke: color, strokeWidth: 1.5, href: "href" }),
    tip(rows, pointer({ x: "at", y, title: told, maxRadius: 30 })),
  ];
}

// Where one saying names several numbers, such as from and to, no line can say which followed which.
function several(rows) {
  return new Set(rows.map((row) => row.title + row.from)).size < rows.length;
}

function firmness(rows, span, width) {
  return plot({
    ...shared(span, width),
    height: 210,
    y: { type: "point", domain: [...RUNGS].reverse(), label: "Firmness" },
    marks: [
      ruleY(RUNGS, { stroke: "var(--rule)" }),
      axisY({ color: "var(--soft)", fontSize: 12, label: "Firmness", tickSize: 0 }),
      ...marksOf(rows, "firmness", width, "var(--commitments-line)"),
    ],
  });
}

function numbers(rows, unit, span, width) {
  const counted = rows.map((row) => ({ ...row, number: Number(row.value) }));
  const most = Math.max(...counted.map((row) => row.number));
  return plot({
    ...shared(span, width),
    height: 170,
    y: { domain: [0, most * 1.15 || 1], label: unit },
    marks: [
      axisY({ ticks: 4, tickFormat: short, color: "var(--soft)", fontSize: 12, label: unit }),
      ruleY([0], { stroke: "var(--soft)" }),
      ...marksOf(counted, "number", width, "var(--instruments-line)"),
    ],
  });
}

const SCALES = [[1e12, " tn"], [1e9, " bn"], [1e6, " m"], [1e3, " k"]];

function short(value) {
  const [scale, name] = SCALES.find(([size]) => Math.abs(value) >= size) ?? [1, ""];
  return `${+(value / scale).toPrecision(3)}${name}`;
}
