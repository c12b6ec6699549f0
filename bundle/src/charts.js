// Charts drawn from the tables beside them. A figure names its kind of chart; each row of its table that carries a
// `data-chart-row` is one thing to draw, and the row's first link is where a click leads. So a chart can say nothing that its table
// does not say, and without this script the table is simply there.
import { drawBands } from "./bands.js";
import { drawLadder } from "./ladder.js";
import { drawMultiples } from "./multiples.js";
import { drawNetwork } from "./network.js";
import { drawTimeline } from "./timeline.js";

const DRAWERS = {
  bands: drawBands,
  ladder: drawLadder,
  multiples: drawMultiples,
  network: drawNetwork,
  timeline: drawTimeline,
};

function rowsOf(figure) {
  return [...figure.querySelectorAll("[data-chart-row]")].map((row) => ({
    ...row.dataset,
    href: row.querySelector("a[href]")?.href ?? null,
  }));
}

function drawFigure(figure) {
  const draw = DRAWERS[figure.dataset.chart];
  const rows = rowsOf(figure);
  const canvas = figure.querySelector(".canvas");
  if (!draw || !rows.length || !canvas) return;
  let width = 0;
  const redraw = () => {
    const now = Math.floor(canvas.clientWidth);
    if (!now || now === width) return;
    width = now;
    draw(canvas, rows, { width, figure });
    quiet(canvas);
  };
  canvas.addEventListener("redrawn", () => quiet(canvas));
  canvas.hidden = false;
  figure.querySelector("details")?.removeAttribute("open");
  new ResizeObserver(redraw).observe(canvas);
  redraw();
}

// A chart doubles the table beside it: readers by ear and by keyboard are given the table, and only once.
function quiet(canvas) {
  for (const svg of canvas.querySelectorAll("svg")) svg.setAttribute("aria-hidden", "true");
  for (const link of canvas.querySelectorAll("svg a")) link.setAttribute("tabindex", "-1");
}

function drawAll(root) {
  for (const figure of root.querySelectorAll("figure[data-chart]:not([data-drawn])")) {
    figure.dataset.drawn = "";
    drawFigure(figure);
  }
}

drawAll(document);
document.addEventListener("htmx:afterSettle", () => drawAll(document));

// Printed, every chart has its table open beneath it.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("figure[data-chart] details")) details.open = true;
});
