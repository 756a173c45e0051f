// Keeps pages for times without network. With network, every page comes fresh.
const SHELL = `shell-${VERSION}`;
const PAGES = 'pages';
const KEPT = [/^\/$/, /^\/plan$/, /^\/learn\//, /^\/why\//, /^\/me$/];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(SHELL).then(cache => cache.addAll([...ASSETS, new Request('/offline', { credentials: 'omit' })])).then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(name => name.startsWith('shell-') && name !== SHELL).map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

const isKept = url => url.origin === location.origin && KEPT.some(path => path.test(url.pathname));
const bare = url => url.origin + url.pathname;

async function pageOf(request) {
  const url = new URL(request.url);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && isKept(url) && !url.search.includes('handler')) {
      (await caches.open(PAGES)).put(bare(url), answer.clone());
    }
    return answer;
  } catch (problem) {
    return (await (await caches.open(PAGES)).match(bare(url))) ?? (await caches.match('/offline')) ?? Promise.reject(problem);
  }
}

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)));
});

// Whether all were kept. A page that is gone needs no keeping; one that can't be had now is asked for again by the next page.
async function keep(pages) {
  const cache = await caches.open(PAGES);
  const wanted = new Set(pages.map(page => new URL(page, location.origin).href));
  let all = true;
  for (const page of wanted) {
    const answer = await fetch(page, { credentials: 'same-origin', headers: { accept: 'text/html' } }).catch(() => null);
    if (answer?.ok && !answer.redirected) await cache.put(page, answer);
    else if (answer?.status !== 404) all = false;
  }
  for (const kept of await cache.keys()) if (kept.url.includes('/learn/') && !wanted.has(kept.url)) await cache.delete(kept);
  return all;
}

let turn = { asked: null, kept: Promise.resolve(false) };

self.addEventListener('message', event => {
  const pages = event.data?.keep;
  if (!Array.isArray(pages)) return;
  // Whoever asks for the same meanwhile waits for the same turn: nothing is fetched twice.
  const asked = pages.join(' ');
  if (turn.asked !== asked) {
    const mine = turn = { asked, kept: turn.kept.catch(() => false).then(() => keep(pages)) };
    mine.kept.catch(() => {}).then(() => { if (turn === mine) turn.asked = null; });
  }
  event.waitUntil(turn.kept.then(all => event.ports[0]?.postMessage(all ? 'kept' : 'in part')));
});
