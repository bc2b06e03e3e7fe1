// Keyboard and small manners of every screen. No library but htmx, no inline code.
(() => {
  "use strict";
  const one = (selector, root = document) => root.querySelector(selector);

  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      one("[data-search]")?.focus();
    }
    if (event.key === "Escape") {
      document.querySelectorAll("details.drop[open]").forEach((box) => { box.open = false; });
      one("dialog[open]")?.close();
      document.body.classList.remove("menu-open");
    }
    const row = event.target.closest?.("tr[data-row]");
    if (row && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
      one("a, button", next ?? row)?.focus();
    }
  });

  document.addEventListener("click", (event) => {
    const menu = event.target.closest("[data-menu]");
    if (menu) {
      const open = document.body.classList.toggle("menu-open");
      menu.setAttribute("aria-expanded", String(open));
    }
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens)?.showModal();
    if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
    if (event.target.closest("[data-print]")) window.print();
    document.querySelectorAll("details.drop[open]").forEach((box) => {
      if (!box.contains(event.target)) box.open = false;
    });
  });

  // The browser gives the focus with the first picture it draws; who already presses Enter must not press in vain.
  one("[autofocus]")?.focus();

  // A filter bar sends itself when a choice changes.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-filters]");
    if (form && event.target.matches("select, input[type=checkbox], input[type=radio]") && !event.target.closest(".columns")) form.requestSubmit();
  });

  // A field that matters for one choice only: <div data-when="ground=sudden">. What was typed or is wrong is never hidden.
  const fit = (form) => form.querySelectorAll("[data-when]").forEach((part) => {
    const [name, value] = part.dataset.when.split("=");
    const matters = form.elements[name].value === value || one(".field-wrong", part);
    part.hidden = !matters && [...part.querySelectorAll("input, textarea, select")].every((input) => !input.value);
  });
  document.querySelectorAll("form").forEach(fit);
  document.addEventListener("change", (event) => { if (event.target.form) fit(event.target.form); });

  // Drafts save themselves: <form data-autosave="URL"> posts its fields two seconds after the last key.
  const timers = new WeakMap();
  const say = (form, words) => { const place = one("[data-saved]", form); if (place) place.textContent = words; };
  const save = async (form) => {
    form.dataset.state = "saving";
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: new FormData(form), headers: { "X-Requested-With": "autosave", Accept: "application/json" },
      });
      const result = await answer.json();
      if (answer.status === 409) { window.location.assign(result.url); return; }
      if (!answer.ok) throw new Error(result.error || answer.statusText);
      const version = one("[name=version]", form);
      if (version) version.value = result.version;
      form.dataset.state = form.dataset.state === "changed" ? "changed" : "saved";
      say(form, result.words);
    } catch (failure) {
      form.dataset.state = "changed";
      say(form, form.dataset.unsaved || String(failure.message));
      timers.set(form, setTimeout(() => save(form), 10000));
    }
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-autosave]");
    if (!form) return;
    form.dataset.state = "changed";
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => save(form), 2000));
  });
  // Any other form that somebody wrote in asks before it is left, by a link or because its neighbour on the page is sent.
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.method === "post" && event.isTrusted && !form.dataset.autosave && !one("[type=password]", form)) form.dataset.state = "changed";
  });
  window.addEventListener("beforeunload", (event) => {
    if (!one("form[data-state=changed]")) return;
    event.preventDefault();
    setTimeout(freed, 1500); // for who stays
  });

  document.addEventListener("submit", (event) => {
    event.target.dataset.state = "sent";
    const button = event.submitter;
    if (button && !event.target.hasAttribute("data-again")) setTimeout(() => { button.disabled = true; button.dataset.sent = ""; }, 0);
  });
  // Come back to, it can be sent again; a button that the page itself shut stays shut.
  const freed = () => document.querySelectorAll("button[data-sent]").forEach((button) => { button.disabled = false; });
  window.addEventListener("pageshow", freed);
})();
