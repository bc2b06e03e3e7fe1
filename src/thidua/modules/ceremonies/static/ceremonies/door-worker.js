// Gives the door's page again where there is no network: a telephone that slept has often thrown the page away.
"use strict";
const STORE = "door", DAY = 24 * 3600 * 1000;
const isDoor = (url) => /^\/trao-tang\/\d+\/don-tiep\/$/.test(url.pathname);
const isAsset = (url) => url.pathname.startsWith("/static/");
const isOld = (answer) => !(Date.now() - Date.parse(answer.headers.get("Date")) < DAY);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// Names stay on a telephone for the day of the door: what is older goes when one is next among the ceremonies.
const tidy = async () => {
  const store = await caches.open(STORE);
  for (const request of await store.keys()) {
    if (isDoor(new URL(request.url)) && isOld(await store.match(request))) await caches.delete(STORE);
  }
};

const kept = async (request) => {
  const store = await caches.open(STORE);
  return (await store.match(request, { ignoreSearch: isDoor(new URL(request.url)) })) ?? Response.error();
};

const asked = async (request) => {
  let answer;
  try {
    answer = await fetch(request);
  } catch {
    await tidy();
    return kept(request);
  }
  // Sent on to sign in: nothing stays behind.
  if (answer.redirected || answer.type === "opaqueredirect") await caches.delete(STORE);
  else if (answer.ok) await (await caches.open(STORE)).put(request, answer.clone());
  return answer;
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") event.waitUntil(tidy());
  if (isDoor(url) || isAsset(url)) event.respondWith(asked(event.request));
});
