// A link to share keeps its data behind the "#": browsers never send that part, so it reaches no server and no log.
(() => {
  "use strict";
  const OURS = "form[data-fragment]";
  const form = () => document.querySelector(OURS);
  const KEPT_OUT = new Set(["csrfmiddlewaretoken", "them"]);

  const written = () => {
    const said = [...new FormData(form())].filter(([name, value]) => !KEPT_OUT.has(name) && value !== "");
    return new URLSearchParams(said).toString();
  };
  const keep = () => window.history.replaceState(window.history.state, "", `#${written()}`);

  const read = () => {
    const given = window.location.hash.slice(1);
    if (!given || !form()) return;
    const values = {};
    for (const [name, value] of new URLSearchParams(given)) (values[name] ??= []).push(value);
    const address = form().getAttribute("action");
    window.htmx.ajax("POST", address, { source: form(), target: OURS, select: OURS, swap: "outerHTML", values });
  };

  // The address of the page, which htmx sends along, would carry the fragment.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt.closest?.(OURS)) delete event.detail.headers["HX-Current-URL"];
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 429) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (!form()) return;
    keep();
    const wrong = form().querySelector("[aria-invalid=true]");
    const results = document.getElementById("results");
    if (wrong) wrong.focus();
    else if (results?.childElementCount && !form().dataset.more) results.scrollIntoView({ block: "start" });
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy-link]");
    if (!button) return;
    keep();
    await navigator.clipboard.writeText(window.location.href);
    button.textContent = button.dataset.done;
  });
  window.addEventListener("hashchange", read);
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-copy-link]").forEach((button) => { button.hidden = !navigator.clipboard; });
    read();
  });
})();
