// What every chart shares: the parts of Plot in use, days, and the signs of the kinds of record.
export {
  areaY, arrow, axisX, axisY, barX, dodgeY, dot, gridX, line, plot, pointer, rectX, ruleX, ruleY, text, tickX, tip,
} from "@observablehq/plot";

const KINDS = ["occasions", "instruments", "commitments", "statements"];
const SYMBOLS = ["triangle", "square", "circle", "diamond"];

export const symbols = { domain: KINDS, range: SYMBOLS };
export const colors = { domain: KINDS, range: KINDS.map((kind) => `var(--${kind}-line)`) };

// A day as the ledger writes it: `2025-11-21`, or the first and last day of a stretch.
export function day(written) {
  return written ? new Date(`${written}T00:00:00Z`) : null;
}

export const TEXT = { fill: "var(--ink)", fontSize: 12 };
export const AXIS = { color: "var(--soft)", fontSize: 12 };

export function cut(words, most) {
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}
