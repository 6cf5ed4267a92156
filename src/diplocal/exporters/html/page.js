"use strict";
/* The filters, and printing on one page. Without this script the page is whole, and the filters aren't there. */
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const root = document.documentElement;
  document.querySelector(".one-page")?.addEventListener("click", (event) => {
    event.preventDefault();
    root.classList.add("brief-alone");
    window.print();
  });
  window.addEventListener("afterprint", () => root.classList.remove("brief-alone"));
});
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("filters");
  if (!form) return;
  const cards = [...document.querySelectorAll(".card")].reverse(); // what lies below comes before what it belongs to
  const blocks = [...document.querySelectorAll(".group"), ...document.querySelectorAll(".part")];
  const rows = [...document.querySelectorAll("#brief tr[data-card]")];
  const links = [...document.querySelectorAll(".contents li")];
  const told = document.getElementById("shown");
  const count = cards.filter((card) => card.id).length;
  const choices = ["who", "topics", "status"].map((name) => [name, form.elements[name]]).filter(([, one]) => one);
  const shows = (block) => block.querySelector(".card:not([hidden])") !== null;

  const apply = () => {
    const wanted = choices.filter(([, one]) => one.value !== "");
    let shown = 0;
    for (const card of cards) {
      const fits = wanted.every(([name, one]) => (card.dataset[name] || "").split(" ").includes(one.value));
      card.hidden = !fits && !shows(card);
      if (!card.hidden && card.id) shown += 1;
    }
    for (const block of blocks) block.hidden = !shows(block);
    for (const row of rows) row.hidden = document.getElementById(row.dataset.card).hidden;
    for (const link of links) {
      const part = document.getElementById(link.firstElementChild.hash.slice(1));
      link.hidden = part !== null && part.hidden;
    }
    form.elements.all.disabled = wanted.length === 0;
    told.textContent = told.dataset.words.replace("{shown}", shown).replace("{count}", count);
  };
  const showAll = () => {
    form.reset();
    apply();
  };

  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.all.addEventListener("click", () => {
    showAll();
    (choices[0] || [])[1]?.focus(); // the button is disabled now, and would lose the focus to nowhere
  });
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]")) return;
    showAll();
    target.scrollIntoView();
  });
  window.addEventListener("pageshow", apply); // a browser that comes back keeps what was chosen
  apply();
});
