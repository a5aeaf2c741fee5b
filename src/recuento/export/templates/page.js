// Filters rows, bars and cards by what is counted and by source; everything is readable without it.
"use strict";
const form = document.getElementById("filter");
const output = form.querySelector("output");
const entries = [...document.querySelectorAll("main [data-measure], main [data-source]")];
const rows = [...document.querySelectorAll("tr[data-claim]")];

function sourcesOf(entry) {
  return (entry.dataset.sources ?? entry.dataset.source ?? "").trim().split(/\s+/);
}

function apply() {
  const measure = form.elements.measure.value;
  const source = form.elements.source.value;
  for (const entry of new Set([...entries, ...rows])) {
    const fits = (!measure || entry.dataset.measure === measure) && (!source || sourcesOf(entry).includes(source));
    entry.hidden = !fits;
  }
  for (const figure of document.querySelectorAll("figure.plot")) {
    figure.hidden = ![...figure.querySelectorAll("li")].some((line) => !line.hidden);
  }
  for (const group of document.querySelectorAll("section.incident, div.relation")) {
    group.hidden = ![...group.querySelectorAll("tr[data-measure], li.card")].some((entry) => !entry.hidden);
  }
  const shown = rows.filter((row) => !row.hidden).length;
  output.textContent = measure || source
    ? output.dataset.pattern.replace("{shown}", shown).replace("{all}", rows.length)
    : "";
}

// A link to a row that the filter hides shows everything again.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.hidden) {
    form.reset();
    apply();
    target.scrollIntoView();
  }
}

// The list of incidents: searched by words and kind, sorted by its columns.
const search = document.getElementById("search");
const listing = document.querySelector("#listing tbody");

function narrow() {
  const words = search.elements.words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const kind = search.elements.kind.value;
  const entries = [...listing.rows];
  for (const row of entries) {
    const told = row.textContent.toLocaleLowerCase();
    row.hidden = Boolean(kind && row.dataset.kind !== kind) || !words.every((word) => told.includes(word));
  }
  const told = search.querySelector("output");
  const left = entries.filter((row) => !row.hidden).length;
  told.textContent = words.length || kind ? told.dataset.pattern.replace("{shown}", left).replace("{all}", entries.length) : "";
}

function sortBy(column, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent;
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});
  const rows = [...listing.rows].sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    return Number(!a) - Number(!b) || collator.compare(a, b) * (down ? -1 : 1);
  });
  for (const each of head.parentElement.cells) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  listing.append(...rows);
}

if (listing) {
  [...document.querySelectorAll("#listing thead th")].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(column, head));
    head.append(button);
  });
  search.addEventListener("input", narrow);
  search.addEventListener("submit", (event) => event.preventDefault());
  search.hidden = false;
}

form.addEventListener("change", apply);
form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("hashchange", reveal);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.documentElement.classList.add("no-tips");
  else if (event.key === "Tab") document.documentElement.classList.remove("no-tips");
});
document.addEventListener("pointerover", (event) => {
  if (event.target.closest("[data-tip]")) document.documentElement.classList.remove("no-tips");
});
form.hidden = false;
