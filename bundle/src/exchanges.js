// Lines between promises that are given in return for one another. Without this script the same is said in a list.
const SVG = "http://www.w3.org/2000/svg";

function drawExchanges(facing) {
  const box = facing.getBoundingClientRect();
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "exchange-lines");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("width", Math.floor(box.width));
  svg.setAttribute("height", Math.floor(box.height));
  for (const card of facing.querySelectorAll("[data-exchange]")) {
    for (const id of card.dataset.exchange.split(" ").filter((one) => one)) {
      const other = facing.querySelector(`[data-promise~="${CSS.escape(id)}"]`);
      const line = other && other !== card && join(card, other, box);
      if (line && !drawnBefore(svg, card, other)) svg.append(mark(line, card, other));
    }
  }
  facing.querySelector(".exchange-lines")?.remove();
  if (svg.childElementCount) facing.append(svg);
}

// Only between columns that stand side by side: where they stand one above the other, the list says it.
function join(one, other, box) {
  const [left, right] = [one, other].map((card) => card.getBoundingClientRect()).sort((a, b) => a.left - b.left);
  if (right.left - left.right < 8) return null;
  const from = [left.right - box.left, left.top - box.top + Math.min(24, left.height / 2)];
  const to = [right.left - box.left, right.top - box.top + Math.min(24, right.height / 2)];
  const half = (from[0] + to[0]) / 2;
  return `M${from} C${[half, from[1]]} ${[half, to[1]]} ${to}`;
}

function drawnBefore(svg, one, other) {
  return [...svg.children].some((line) => line.dataset.from === other.id && line.dataset.to === one.id);
}

function mark(line, one, other) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", line);
  path.dataset.from = one.id;
  path.dataset.to = other.id;
  return path;
}

function light(event) {
  const card = event.target.closest?.("[data-promise]");
  for (const path of document.querySelectorAll(".exchange-lines path")) {
    path.classList.toggle("lit", Boolean(card) && [path.dataset.from, path.dataset.to].includes(card.id));
  }
}

function watchAll() {
  for (const facing of document.querySelectorAll(".facing:not([data-drawn])")) {
    facing.dataset.drawn = "";
    new ResizeObserver(() => drawExchanges(facing)).observe(facing);
    facing.addEventListener("toggle", () => drawExchanges(facing), true);
  }
}

for (const name of ["mouseover", "focusin"]) document.addEventListener(name, light);
document.addEventListener("htmx:afterSettle", watchAll);
watchAll();
