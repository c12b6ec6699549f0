// Single keys: what is marked with `data-key` is clicked, what is marked with `data-focus` is gone to, and `c` goes to
// the first field to correct. The check box `keys` turns them off, and the browser remembers that.
(() => {
  "use strict";
  const box = document.getElementById("keys");
  const kept = "servanda-keys";
  if (box) {
    try {
      box.checked = localStorage.getItem(kept) !== "off";
      box.addEventListener("change", () => localStorage.setItem(kept, box.checked ? "on" : "off"));
    } catch {
      // A browser that keeps nothing has the keys on.
    }
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.matches("input, select")) event.target.blur();
    if (event.key === "Enter" && event.target.matches("form.correct select")) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.target.matches("input, select, textarea")) return;
    if (box && !box.checked) return;
    if (!/^[a-z]$/.test(event.key)) return;
    const click = document.querySelector(`[data-key="${event.key}"]`);
    const focus = document.querySelector(event.key === "c" ? ".correct select, .correct input:not([type=hidden])" : `[data-focus="${event.key}"]`);
    if (!click && !focus) return;
    event.preventDefault();
    if (click) click.click();
    else focus.focus();
  });
})();
