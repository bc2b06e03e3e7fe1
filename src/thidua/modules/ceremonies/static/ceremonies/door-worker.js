// Gives the door's page again where there is no network: a telephone that slept has often thrown the page away.
"use strict";
const STORE = "door", DAY = 24 * 3600 * 1000;
const isDoor = (url) => /^\/trao-tang\/\d+\/don-tiep\/$/.test(url.pathname);
const isAsset = (url) => url.pathname.startsWith("/static/");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const kept = async (request) => {
  const store = await caches.open(STORE), found = await store.match(request, { ignoreSearch: isDoor(new URL(request.url)) });
  if (!found) return Response.error();
  if (isDoor(new URL(request.url)) && Date.now() - Date.parse(found.headers.get("Date")) > DAY) {
    await caches.delete(STORE); // names stay on no telephone longer than the day
    return Response.error();
  }
  return found;
};

const asked = async (request) => {
  try {
    const answer = await fetch(request);
    if (answer.redirected) await caches.delete(STORE); // signed out: nothing stays behind
    else if (answer.ok) await (await caches.open(STORE)).put(request, answer.clone());
    return answer;
  } catch {
    return kept(request);
  }
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isDoor(url) || isAsset(url)) event.respondWith(asked(event.request));
});
