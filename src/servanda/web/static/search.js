// Searches the records of a published ledger in the browser. The index lies in small scripts beside the pages; each
// hands over what it holds by calling `servanda`, since pages in a folder can load scripts and nothing else.
(() => {
  "use strict";
  const input = document.getElementById("words");
  const kind = document.getElementById("kind");
  const days = ["since", "until"].map((name) => document.getElementById(name));
  const labels = new Map([...document.querySelectorAll("#labels dt")].map((name) => [name.textContent, name.nextElementSibling.textContent]));
  const total = document.getElementById("total");
  const narrowed = document.getElementById("narrowed");
  const results = document.getElementById("results");
  const more = document.getElementById("more");
  const STEP = 50;

  const held = new Map();
  const waiting = new Map();
  globalThis.servanda = (what, key, value) => held.set(`${what}-${key}`, value);
  const load = (name) => {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((done) => {
        const script = document.createElement("script");
        script.src = `search/${name}.js`;
        script.onload = script.onerror = () => done();
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  };

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) || [];
  const keyOf = (word) => `${word.includes("=") ? "is-" : ""}${[...word].map((sign) => sign.codePointAt(0).toString(16)).join("-")}-`;
  const numbers = (steps) => {
    let at = 0;
    return steps.split(" ").map((step) => (at += parseInt(step, 36)));
  };

  let index = null;
  // All records where a word stands that begins so; a filter is found whole. A script is named by the first signs of its
  // words: by fewer than were typed, or by more.
  const stands = async (word, whole) => {
    const key = keyOf(word);
    const wanted = index.keys.filter((known) => key.startsWith(`${known}-`) || (!whole && `${known}-`.startsWith(key)));
    const found = new Set();
    await Promise.all(wanted.map((known) => load(`words-${known}`)));
    for (const known of wanted) {
      for (const [there, steps] of Object.entries(held.get(`words-${known}`) || {})) {
        if (whole ? there === word : there.startsWith(word) && !there.includes("=")) for (const number of numbers(steps)) found.add(number);
      }
    }
    return found;
  };

  // Whether the record of a number was published then: the runs say from which number on which days hold.
  const published = async (since, until) => {
    await load("days");
    const runs = held.get("days-0") || [];
    return (number) => {
      let low = 0;
      let high = runs.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (runs[middle][0] <= number) low = middle;
        else high = middle - 1;
      }
      const [, first, last] = runs[low] || [0, "", ""];
      return first !== "" && (!since || last >= since) && (!until || first <= until);
    };
  };

  const asked = () => new URLSearchParams(location.hash.slice(1));
  const APART = new Set(["search", "kind", "since", "until"]);
  let listed = [];
  let shown = 0;
  const show = async () => {
    const next = listed.slice(shown, shown + STEP);
    await Promise.all([...new Set(next.map((number) => Math.floor(number / index.size)))].map((at) => load(`rows-${at}`)));
    for (const number of next) {
      const row = held.get(`rows-${Math.floor(number / index.size)}`)?.[number % index.size];
      if (!row) continue;
      const [path, noun, words, title, outlet, published] = row;
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = words;
      const small = document.createElement("small");
      small.textContent = ` ${noun}: ${[title, outlet, published].filter(Boolean).join(", ")}`;
      item.append(link, small);
      results.append(item);
    }
    shown += next.length;
    more.hidden = shown >= listed.length;
  };

  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const filters = [...asked()].filter(([name]) => name === "kind" || !APART.has(name));
    const words = fold(input.value);
    const [since, until] = days.map((day) => day.value);
    if (!words.length && !filters.length && !since && !until) {
      results.replaceChildren();
      more.hidden = true;
      total.textContent = `${index.total.toLocaleString("en")} records can be searched.`;
      return;
    }
    const sets = [];
    for (const word of words) sets.push(await stands(word, false));
    for (const [name, value] of filters) sets.push(await stands(`${name}=${value}`, true));
    if (!sets.length) sets.push(new Set(Array(index.total).keys()));
    const then = since || until ? await published(since, until) : () => true;
    if (mine !== turn) return;
    sets.sort((a, b) => a.size - b.size);
    listed = [...sets[0]].filter((number) => sets.every((set) => set.has(number)) && then(number)).sort((a, b) => a - b);
    shown = 0;
    results.replaceChildren();
    total.textContent = listed.length === 1 ? "1 record" : `${listed.length.toLocaleString("en")} records`;
    await show();
  };

  const ACTORS = new Set(["debtor", "creditor", "speaker", "actor"]);
  const draw = async () => {
    const told = asked();
    input.value = told.get("search") || input.value;
    kind.value = told.get("kind") || "";
    for (const day of days) day.value = told.get(day.id) || "";
    if ([...told.keys()].some((name) => ACTORS.has(name))) await load("names");
    const names = held.get("names-0") || {};
    narrowed.replaceChildren();
    for (const [name, value] of told) {
      if (APART.has(name)) continue;
      const chip = document.createElement("span");
      chip.className = "chip";
      chip.textContent = `${labels.get(name) || name}: ${(ACTORS.has(name) && names[value]) || value.replace(/-/g, " ")} `;
      const away = document.createElement("a");
      const others = asked();
      others.delete(name);
      away.href = `#${others}`;
      away.textContent = "×";
      away.setAttribute("aria-label", `Take away the filter ${labels.get(name) || name}`);
      chip.append(away);
      narrowed.append(chip);
    }
    search();
  };

  const begin = async () => {
    await load("index");
    for (const [name, value] of held) if (name.startsWith("index-")) index = { total: Number(name.slice(6)), ...value };
    if (!index) {
      total.textContent = "The index for searching is not beside this page.";
      return;
    }
    addEventListener("hashchange", draw);
    input.addEventListener("input", search);
    for (const field of [kind, ...days]) {
      field.addEventListener("change", () => {
        const others = asked();
        if (field.value) others.set(field.id, field.value);
        else others.delete(field.id);
        location.hash = others.toString();
      });
    }
    more.addEventListener("click", show);
    draw();
  };
  begin();
})();
