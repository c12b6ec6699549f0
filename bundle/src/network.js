// Who commits to whom: the parties on a ring, an arrow from each one that is bound to the one that is owed.
import { arrow, cut, dot, plot, pointer, text, tip } from "./marks.js";

export function drawNetwork(canvas, rows, { width: room, figure }) {
  const width = Math.min(room, 820);
  const weight = new Map();
  for (const row of rows) {
    for (const name of [row.debtor, row.creditor]) weight.set(name, (weight.get(name) ?? 0) + Number(row.count));
  }
  const names = [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  const ring = new Map(names.map((name, at) => [name, place(at, names.length)]));
  const most = Math.max(...rows.map((row) => Number(row.count)));
  const wide = width > 640;
  const height = Math.min(wide ? 640 : width + 40, Math.max(320, names.length * 36));
  const arrows = rows.map((row) => {
    const [from, to] = [ring.get(row.debtor), ring.get(row.creditor)];
    return { ...row, x1: from.x, y1: from.y, x2: to.x, y2: to.y, mx: (from.x * 2 + to.x) / 3, my: (from.y * 2 + to.y) / 3 };
  });
  const nodes = names.map((name) => ({ name, ...ring.get(name), here: name === figure.dataset.center }));
  const side = Math.min(wide ? 190 : 96, width / 4);
  canvas.replaceChildren(plot({
    width,
    height,
    axis: null,
    margin: 36,
    marginLeft: side,
    marginRight: side,
    x: { domain: [-1, 1] },
    y: { domain: [-1, 1] },
    r: { type: "identity" },
    marks: [
      arrow(arrows, { x1: "x1", y1: "y1", x2: "x2", y2: "y2", bend: 14, insetStart: 9, insetEnd: 12, headLength: 9, strokeWidth: (row) => 1 + (4 * Number(row.count)) / most, stroke: "var(--commitments-line)", strokeOpacity: 0.75, href: "href" }),
      dot(nodes, { x: "x", y: "y", r: 7, fill: (node) => (node.here ? "var(--seal)" : "var(--actors-line)"), stroke: "var(--sheet)" }),
      ...groups(nodes).map(([anchor, lift, named]) => text(named, { x: "x", y: "y", text: (node) => cut(node.name, wide ? 28 : 15), textAnchor: anchor, dx: { start: 13, middle: 0, end: -13 }[anchor], dy: lift, lineAnchor: "middle", fill: "var(--ink)", fontSize: 13, stroke: "var(--sheet)", strokeWidth: 4 })),
      tip(arrows, pointer({ x: "mx", y: "my", title: "title", maxRadius: 30 })),
    ],
  }));
}

// Names that stand to the same side of their signs: Plot moves all texts of a mark alike.
function groups(nodes) {
  const sides = [["start", 0], ["end", 0], ["middle", -18], ["middle", 18]];
  return sides.map(([anchor, lift]) => [anchor, lift, nodes.filter((node) => node.anchor === anchor && node.lift === lift)]);
}

// From the top on, clockwise; names stand outside the ring.
function place(at, many) {
  const angle = (2 * Math.PI * at) / many - (many === 2 ? Math.PI : Math.PI / 2);
  const [x, y] = [Math.cos(angle), -Math.sin(angle)];
  const side = Math.abs(x) < 0.2 ? "middle" : x < 0 ? "end" : "start";
  return { x, y, anchor: side, lift: side === "middle" ? (y > 0 ? -18 : 18) : 0 };
}
