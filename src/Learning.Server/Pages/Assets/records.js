// Records that were made on this device and wait to be sent, in their order. Each has an id made here once, so it counts once, however often it is sent.
const OPEN = 'learning';
const STORE = 'records';

// UUIDv7: the time first, so that ids stand in the order in which they were made.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let place = 5; place >= 0; place--) { bytes[place] = time % 256; time = Math.floor(time / 256); }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const asked = request => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });

async function store(mode) {
  const opening = indexedDB.open(OPEN, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'turn', autoIncrement: true });
  return (await asked(opening)).transaction(STORE, mode).objectStore(STORE);
}

export async function keep(record) {
  await asked((await store('readwrite')).add({ who: document.body.dataset.who, record }));
  await send();
}

export const waiting = async who => (await asked((await store('readonly')).getAll())).filter(row => row.who === who);

// Only one tab sends at a time; what is not answered stays and goes again.
export async function send() {
  if (!navigator.onLine) return;
  await navigator.locks.request('learning-records', async () => {
    const who = document.body.dataset.who;
    const rows = (await waiting(who)).slice(0, 200);
    if (rows.length === 0) return;
    const { token } = await (await fetch('/records/token', { credentials: 'same-origin', cache: 'no-store' })).json();
    const answer = await fetch('/records', {
      method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', 'x-form': token }, body: JSON.stringify(rows.map(row => row.record)),
    });
    if (!answer.ok) return;
    // Refused ones go too: sending them again would not make them good.
    const open = await store('readwrite');
    for (const row of rows) open.delete(row.turn);
    dispatchEvent(new CustomEvent('records-sent', { detail: (await answer.json()).items }));
  }).catch(() => {});
}
