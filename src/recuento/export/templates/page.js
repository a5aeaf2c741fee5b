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
