// Correct the words of a record: what is selected in the text goes into the form below it, as places in the document.
// Without a mouse, `v` sets a cursor at the record that was gone to last: the arrows move it by a word, and with the
// shift key they select.
(() => {
  "use strict";
  const text = document.querySelector(".text");
  const form = document.querySelector(".selecting");
  if (!text || !form) return;
  const shown = form.querySelector("output");
  const record = form.querySelector("#selected-record");
  const slot = form.querySelector("#selected-slot");
  const save = form.querySelector("button");

  // A link that is dragged takes the pointer away from the words in it.
  for (const link of text.querySelectorAll("a")) link.draggable = false;

  // Places count code points, as the ledger does; a string's own length counts some signs twice.
  const count = (string) => [...string].length;
  const place = (node, offset) => {
    const paragraph = (node.nodeType === 1 ? node : node.parentElement)?.closest("p[data-start]");
    if (!paragraph) return null;
    const before = document.createRange();
    before.selectNodeContents(paragraph);
    before.setEnd(node, offset);
    return Number(paragraph.dataset.start) + count(before.toString());
  };

  const take = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const [start, end] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
    if (start === null || end === null || end <= start) return;
    form.elements.start.value = start;
    form.elements.end.value = end;
    shown.textContent = selection.toString();
    save.disabled = false;
  };
  document.addEventListener("selectionchange", take);

  const offer = () => {
    const kind = record.selectedOptions[0]?.dataset.kind;
    for (const option of slot.options) option.hidden = option.disabled = option.dataset.kind !== kind;
    if (slot.selectedOptions[0]?.disabled !== false) slot.value = "";
    const first = [...slot.options].find((option) => !option.disabled);
    if (first && !slot.selectedOptions.length) first.selected = true;
  };
  const choose = () => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const named = goal?.dataset.record;
    if (named && [...record.options].some((option) => option.value === named)) record.value = named;
    offer();
  };
  record.addEventListener("change", offer);
  addEventListener("hashchange", choose);
  choose();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
    if (document.getElementById("keys")?.checked === false) return;
    const selection = getSelection();
    if (event.key === "v") {
      const mark = document.getElementById(`m-${record.value}`);
      if (!mark) return;
      mark.scrollIntoView({ block: "center" });
      text.focus({ preventScroll: true });
      selection.collapse(mark, 0);
    } else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && document.activeElement === text) {
      const way = event.key === "ArrowRight" ? "forward" : "backward";
      selection.modify(event.shiftKey ? "extend" : "move", way, "word");
    } else if (event.key === "Enter" && document.activeElement === text && !save.disabled) {
      record.focus();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
