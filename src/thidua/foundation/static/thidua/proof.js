// A proof of work in the browser, as ALTCHA does it: which number, written behind the salt, gives this digest?
// Found, it goes with the form and the question in words is put away. Without a secure context the question stays.
(() => {
  "use strict";
  const form = document.querySelector("form[data-proof]");
  if (!form || !window.crypto?.subtle) return;
  const asked = JSON.parse(form.dataset.proof);
  const status = form.querySelector("[data-proof-status]");
  const encoder = new TextEncoder();
  const BATCH = 500;

  const digest = async (number) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(asked.salt + number)));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  const search = async () => {
    for (let from = 0; from <= asked.maxnumber; from += BATCH) {
      const tried = await Promise.all(Array.from({ length: BATCH }, (_, n) => digest(from + n)));
      const place = tried.indexOf(asked.challenge);
      if (place >= 0) return from + place;
      await new Promise((resume) => setTimeout(resume));
    }
    return null;
  };

  const solve = async () => {
    status.textContent = status.dataset.working;
    const number = await search();
    if (number === null) { status.textContent = ""; return; }
    const { algorithm, challenge, salt, signature } = asked;
    form.elements.proof.value = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    form.querySelector("[data-proof-question]").hidden = true;
    status.textContent = status.dataset.done;
  };
  // Where the form stands below something to read, whoever only reads is spared the work.
  if ("proofLater" in form.dataset) form.addEventListener("focusin", solve, { once: true });
  else solve();
})();
