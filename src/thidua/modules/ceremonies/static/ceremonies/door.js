// The door of a ceremony: who has come is kept on this device first, and sent as soon as the network lets it through.
(() => {
  "use strict";
  const door = document.querySelector("[data-door]");
  if (!door) return;
  const part = (name) => door.querySelector(`[data-door-${name}]`);
  const status = part("status"), rows = [...door.querySelectorAll("[data-code]")];
  const known = new Map(rows.map((row) => [row.dataset.code, row]));
  const kept = new Map(Object.entries(JSON.parse(localStorage.getItem(door.dataset.key) || "{}")));
  // The page may be an older copy of this device: who was sent since is not marked in it.
  const sent = new Set(JSON.parse(localStorage.getItem(`${door.dataset.key}-sent`) || "[]"));
  const token = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  let sending = false;

  const show = () => {
    localStorage.setItem(door.dataset.key, JSON.stringify(Object.fromEntries(kept)));
    localStorage.setItem(`${door.dataset.key}-sent`, JSON.stringify([...sent]));
    part("count").textContent = rows.filter((row) => "arrived" in row.dataset).length;
    part("waiting").textContent = kept.size ? `· ${kept.size} ${door.dataset.kept}` : "";
  };
  const mark = (row) => { row.dataset.arrived = ""; row.querySelector("button").firstChild.textContent = "✓"; };

  const arrive = (code) => {
    const row = known.get(code);
    if (!row) { status.textContent = door.dataset.unknown; return; }
    status.textContent = `${row.querySelector("b").textContent}: ${door.dataset.come}`;
    if ("arrived" in row.dataset) return;
    mark(row);
    kept.set(code, Date.now());
    show();
    send();
  };

  const send = async () => {
    if (sending || !kept.size) return;
    sending = true;
    const batch = Object.fromEntries(kept);
    try {
      const answer = await fetch(door.dataset.door, {
        method: "POST", body: JSON.stringify({ arrived: batch }),
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      });
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      await answer.json();
      Object.keys(batch).forEach((code) => { kept.delete(code); sent.add(code); });
      status.textContent = door.dataset.sent;
      // What was noted meanwhile goes at once: nobody may come after them.
      setTimeout(send);
    } catch {
      status.textContent = door.dataset.offline;
      // The network may have come back while this try was failing.
      if (navigator.onLine) setTimeout(send, 2000);
    }
    sending = false;
    show();
  };

  door.addEventListener("click", (event) => {
    const row = event.target.closest("[data-code]");
    if (row && event.target.closest("button")) arrive(row.dataset.code);
  });
  part("search").addEventListener("input", (event) => {
    const words = fold(event.target.value).split(" ").filter(Boolean);
    rows.forEach((row) => { row.hidden = !words.every((word) => fold(row.dataset.words).includes(word)); });
  });
  part("search").addEventListener("keydown", (event) => {
    const seen = rows.filter((row) => !row.hidden);
    if (event.key === "Enter" && seen.length === 1) { event.preventDefault(); arrive(seen[0].dataset.code); }
  });

  const scan = async () => {
    const video = part("video"), detector = new BarcodeDetector({ formats: ["qr_code"] });
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.hidden = false;
    await video.play();
    const look = async () => {
      const found = await detector.detect(video).catch(() => []);
      if (found.length) arrive(found[0].rawValue.split("#").pop());
      setTimeout(look, found.length ? 1500 : 250);
    };
    look();
  };
  if ("BarcodeDetector" in window && navigator.mediaDevices) {
    part("scan").hidden = false;
    part("scan").addEventListener("click", () => scan().catch((failure) => { status.textContent = failure.message; }));
  }

  // Reloaded without a network, the page comes from this device.
  const keepPage = async () => {
    await navigator.serviceWorker.register(door.dataset.worker);
    const parts = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((one) => one.href || one.src);
    await (await caches.open("door")).addAll([location.pathname, ...parts]);
    door.dataset.here = "";
  };
  if (navigator.serviceWorker && window.caches) keepPage().catch(() => {});

  [...kept.keys(), ...sent].forEach((code) => { if (known.has(code)) mark(known.get(code)); });
  if (known.has(location.hash.slice(1))) arrive(location.hash.slice(1));
  window.addEventListener("online", send);
  setInterval(send, 15000);
  show();
  send();
})();
