// The line of days: the slider writes the day field and sends the form; without this script the field and the marks do.
(() => {
  "use strict";
  const DAY = 86400000;
  const written = (form, n) => new Date(Date.parse(`${form.dataset.first}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
  const shown = (iso) => iso.split("-").reverse().join("/");

  const reveal = () => document.querySelectorAll("[data-slider]").forEach((slider) => { slider.hidden = false; });
  const follow = (slider) => {
    const form = slider.form;
    const day = shown(written(form, Number(slider.value)));
    form.elements.ngay.value = day;
    slider.setAttribute("aria-valuetext", day);
  };

  document.addEventListener("input", (event) => { if (event.target.matches("[data-slider]")) follow(event.target); });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-slider]")) event.target.form.requestSubmit();
  });
  document.addEventListener("DOMContentLoaded", reveal);
  document.addEventListener("htmx:historyRestore", reveal);
  reveal();
})();
