// A timeline in lanes: a sign for every thing with a day, hollow where only a stretch of days is known. Kinds can be
// taken out, and the stretch of time shown is changed by buttons, by keys on them, or by drawing over it.
import { axisX, colors, cut, day, dodgeY, dot, gridX, plot, pointer, ruleX, symbols, text, tip } from "./marks.js";

const DAY = 86_400_000;

export function drawTimeline(canvas, rows, { width, figure }) {
  const state = (figure.timeline ??= { from: null, to: null, hidden: new Set() });
  const items = rows.map((row) => ({
    ...row,
    at: middle(day(row.from), day(row.to)),
    sharp: !row.to || row.to === row.from,
  })).filter((item) => item.at);
  if (!items.length) return;
  const all = whole(items, day(figure.dataset.since));
  const show = () => {
    const stretch = state.from ? [state.from, state.to] : all;
    const drawn = render(items.filter((item) => !state.hidden.has(item.kind)), lanesOf(items), stretch, { width, figure });
    canvas.querySelector(".drawing").replaceChildren(drawn);
    drag(drawn, (from, to) => zoom(from, to));
    drawn.addEventListener("click", () => drawn.value?.many && open(drawn.value));
    canvas.dispatchEvent(new Event("redrawn"));
  };
  const zoom = (from, to) => {
    if (to - from < 3 * DAY) return;
    Object.assign(state, { from: new Date(from), to: new Date(to) });
    show();
  };
  // A sign for many is looked at closer, and where that tells nothing apart, in the table.
  const open = ({ first, last }) => {
    const [from, to] = state.from ? [state.from, state.to] : all;
    const room = Math.max(3 * DAY, (last - first) * 1.2);
    const middle = (Number(first) + Number(last)) / 2;
    if (room < (to - from) * 0.9) zoom(middle - room / 2, middle + room / 2);
    else listed(figure, first);
  };
  const step = (move) => {
    const [from, to] = (state.from ? [state.from, state.to] : all).map(Number);
    zoom(...move(from, to, to - from));
  };
  if (!canvas.querySelector(".drawing")) {
    canvas.append(toolbar(step, () => { state.from = state.to = null; show(); }), legend(items, state, show), drawing());
  }
  show();
}

function middle(from, to) {
  if (!from || !to) return from ?? to;
  return new Date((Number(from) + Number(to)) / 2);
}

function whole(items, since) {
  const times = items.map((item) => Number(item.at)).concat(since ? [Number(since)] : []);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const margin = Math.max((last - first) * 0.03, 5 * DAY);
  return [new Date(first - margin), new Date(last + margin)];
}

function lanesOf(items) {
  return [...new Set(items.map((item) => item.lane))];
}

function render(items, lanes, stretch, { width, figure }) {
  const shown = items.filter((item) => item.at >= stretch[0] && item.at <= stretch[1]);
  const radius = shown.length > 250 ? 3 : shown.length > 120 ? 4 : 5;
  const inside = gathered(shown, stretch, width, radius);
  const tall = Math.max(...lanes.map((lane) => crowd(inside.filter((item) => item.lane === lane), stretch, width, radius)), 1);
  const placed = { x: "at", fy: "lane", r: "radius", anchor: "middle", padding: 1.5 };
  const dots = dodgeY({
    ...placed,
    fill: (item) => (item.sharp ? `var(--${item.kind}-line)` : "var(--sheet)"),
    stroke: (item) => `var(--${item.kind}-line)`,
    symbol: "kind",
    strokeWidth: 1.5,
    href: "href",
  });
  const told = pointer(dodgeY({ ...placed, title: (item) => item.many ? `${item.many} ${item.kind} from ${item.date} on\nClick to look closer` : `${item.date}\n${cut(item.title, 160)}`, maxRadius: 24 }));
  const since = day(figure.dataset.since);
  const wide = width > 640;
  const laneHeight = Math.min(260, Math.max(64, tall * (radius * 2 + 2) + 36));
  return plot({
    width,
    height: lanes.length * laneHeight + 40,
    marginLeft: 12,
    marginRight: 12,
    marginTop: 8,
    x: { type: "utc", domain: stretch, label: null },
    fy: { domain: lanes, axis: null, padding: 0.06 },
    symbol: symbols,
    r: { type: "identity" },
    marks: [
      gridX({ ticks: wide ? 10 : 5, stroke: "var(--rule)", strokeOpacity: 1 }),
      since ? ruleX([since], { stroke: "var(--seal)", strokeDasharray: "4 3" }) : null,
      axisX({ anchor: "bottom", ticks: wide ? 10 : 4, color: "var(--soft)", fontSize: 12, facetAnchor: "bottom" }),
      text(lanes, { fy: (lane) => lane, text: (lane) => cut(lane, wide ? 90 : 44), frameAnchor: "top-left", dy: 4, fill: "var(--ink)", fontSize: 13, fontWeight: 600, stroke: "var(--sheet)", strokeWidth: 4 }),
      dot(inside, dots),
      tip(inside, told),
    ],
  });
}

const MOST = 8;

// Where more than a few of a kind share a place, one larger sign stands for them; looking closer takes it apart.
function gathered(items, [from, to], width, radius) {
  const places = new Map();
  for (const item of items) {
    const place = `${item.lane} ${item.kind} ${Math.round(((item.at - from) / (to - from)) * (width / (radius * 2.5)))}`;
    places.set(place, [...(places.get(place) ?? []), item]);
  }
  return [...places.values()].flatMap((here) =>
    here.length > MOST
      ? [{ ...here[0], href: null, many: here.length, ...stretchOf(here), radius: Math.min(24, radius + 1.6 * Math.sqrt(here.length)) }]
      : here.map((item) => ({ ...item, radius })),
  );
}

function stretchOf(items) {
  const times = items.map((item) => Number(item.at));
  return { first: new Date(Math.min(...times)), last: new Date(Math.max(...times)) };
}

// Open the table at the first row of a day.
function listed(figure, at) {
  figure.querySelector("details").open = true;
  const row = figure.querySelector(`[data-from="${at.toISOString().slice(0, 10)}"]`);
  row?.scrollIntoView({ block: "center" });
  row?.querySelector("a")?.focus({ preventScroll: true });
}

// How many signs lie above one another at most, guessed by the days that they share a place with.
function crowd(items, [from, to], width, radius) {
  const places = new Map();
  for (const item of items) {
    const place = Math.round(((item.at - from) / (to - from)) * (width / (radius * 2.5)));
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  return Math.max(0, ...places.values());
}

function drawing() {
  const box = document.createElement("div");
  box.className = "drawing";
  return box;
}

function toolbar(step, reset) {
  const bar = document.createElement("div");
  bar.className = "tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Stretch of time");
  const moves = [
    ["Earlier", (from, to, long) => [from - long / 3, to - long / 3]],
    ["Later", (from, to, long) => [from + long / 3, to + long / 3]],
    ["Zoom in", (from, to, long) => [from + long / 4, to - long / 4]],
    ["Zoom out", (from, to, long) => [from - long / 2, to + long / 2]],
  ];
  for (const [name, move] of moves) bar.append(button(name, () => step(move)));
  bar.append(button("All", reset));
  return bar;
}

function button(name, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = name;
  made.addEventListener("click", act);
  return made;
}

function legend(items, state, show) {
  const box = document.createElement("fieldset");
  box.className = "legend";
  const title = document.createElement("legend");
  title.textContent = "Shown";
  box.append(title);
  for (const kind of symbols.domain.filter((one) => items.some((item) => item.kind === one))) {
    const label = document.createElement("label");
    const check = document.createElement("input");
    check.type = "checkbox";
    check.checked = !state.hidden.has(kind);
    check.addEventListener("change", () => {
      state.hidden[check.checked ? "delete" : "add"](kind);
      show();
    });
    const sign = plot({ width: 16, height: 16, margin: 2, axis: null, x: { domain: [0, 1] }, y: { domain: [0, 1] }, symbol: symbols, marks: [dot([kind], { x: () => 0.5, y: () => 0.5, r: 5, symbol: (one) => one, fill: colors.range[colors.domain.indexOf(kind)] })] });
    label.append(check, sign, ` ${kind} (${items.filter((item) => item.kind === kind).length})`);
    box.append(label);
  }
  const hint = document.createElement("span");
  hint.className = "hint";
  hint.textContent = "Hollow: only a stretch of days is known. Large: many at once. Draw over the chart to look closer.";
  box.append(hint);
  return box;
}

function drag(svg, done) {
  const scale = svg.scale("x");
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return scale.invert(((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width);
  };
  let begun = null;
  svg.addEventListener("pointerdown", (event) => { begun = event.button === 0 ? [event.clientX, at(event)] : null; });
  svg.addEventListener("pointerup", (event) => {
    if (!begun || Math.abs(event.clientX - begun[0]) < 12) return;
    const [from, to] = [begun[1], at(event)].sort((a, b) => a - b);
    done(Number(from), Number(to));
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
}
