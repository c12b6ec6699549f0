// What the page of a document gains where scripts run: a record lights up in the text and on its card together, and
// `n` and `p` go from record to record. Links between both work without this file.
(() => {
  "use strict";
  const text = document.querySelector(".text");
  const cards = [...document.querySelectorAll(".card[data-record]")];
  if (!text || !cards.length) return;

  const of = (record) => document.querySelectorAll(`[data-record="${CSS.escape(record)}"]`);
  const targeted = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const found = id && document.getElementById(id);
    return found ? found.dataset.record || "" : "";
  };

  let lit = "";
  const light = (record) => {
    if (record === lit) return;
    for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
    lit = record;
    if (record) for (const one of of(record)) one.classList.add("lit");
  };

  // The card of what is pointed at in the text comes into sight where the cards stand in a column of their own.
  const column = document.querySelector(".records");
  const follow = (record) => {
    const card = record && document.getElementById(record);
    if (!card || !column || column.scrollHeight <= column.clientHeight) return;
    const [box, room] = [card.getBoundingClientRect(), column.getBoundingClientRect()];
    if (box.top < room.top || box.bottom > room.bottom) column.scrollTop += box.top - room.top - 16;
  };

  const under = (event) => event.target.closest?.("[data-record]")?.dataset.record || "";
  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(begin, (event) => {
      light(under(event) || targeted());
      if (text.contains(event.target)) follow(under(event));
    });
    document.addEventListener(end, () => light(targeted()));
  }
  addEventListener("hashchange", () => light(targeted()));
  light(targeted());

  // The order of the text, which is the order of the cards, but for kinds that are taken out.
  const shown = () => cards.filter((card) => card.offsetParent !== null && !card.classList.contains("k-actors"));
  const go = (step) => {
    const listed = shown();
    if (!listed.length) return;
    const at = listed.findIndex((card) => card.dataset.record === targeted());
    const next = listed[at < 0 ? (step > 0 ? 0 : listed.length - 1) : (at + step + listed.length) % listed.length];
    location.hash = `m-${next.id}`;
    next.scrollIntoView({ block: "nearest" });
    text.querySelector(`#${CSS.escape(`m-${next.id}`)} a`)?.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
    if (document.getElementById("keys")?.checked === false) return;
    if (event.key === "n") go(1);
    if (event.key === "p") go(-1);
  });
  for (const hint of document.querySelectorAll(".hint[hidden]")) hint.hidden = false;
})();
