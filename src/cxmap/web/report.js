"use strict";
(() => {
  const root = document.documentElement, nav = document.querySelector("nav.contents");
  const names = JSON.parse(nav.dataset.themes);
  const label = document.createElement("label"), select = document.createElement("select");
  label.className = "picker";
  label.append(nav.dataset.label, select);
  for (const [value, text] of Object.entries(names)) select.append(new Option(text, value));
  select.addEventListener("change", () => {
    if (select.value === "auto") delete root.dataset.theme;
    else root.dataset.theme = select.value;
  });
  nav.append(label);

  const collator = new Intl.Collator(root.lang, { numeric: true });
  const key = (cell) => cell.dataset.v ?? cell.textContent.trim();
  const compare = (a, b) =>
    !a || !b ? !a - !b : isNaN(a) || isNaN(b) ? collator.compare(a, b) : a - b;
  for (const table of document.querySelectorAll("table[data-sort]")) {
    const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...body.rows].map((row) => [key(row.cells[column]), row]);
        rows.sort(([a], [b]) => (down && a && b ? -compare(a, b) : compare(a, b)));
        body.append(...rows.map(([, row]) => row));
      });
    });
  }
})();
