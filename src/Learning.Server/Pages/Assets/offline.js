// Sends what waited, and keeps what is needed without network: the plan, the lessons of the next days and those kept for later.
import { send, waiting } from './records.js';

async function fill() {
  const list = await fetch('/offline/pages', { credentials: 'same-origin', cache: 'no-store' });
  if (!list.ok) return;
  const { pages } = await list.json();
  const worker = (await navigator.serviceWorker.ready).active;
  if (!worker) return;
  // Only what the worker says it has kept counts: a page that goes away meanwhile leaves it to the next one.
  await new Promise(done => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    worker.postMessage({ keep: pages }, [port2]);
  });
  localStorage.setItem('kept-at', Date.now());
}

export async function begin(who) {
  addEventListener('online', send);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) send(); });
  await send();
  const left = await waiting(who);
  document.documentElement.dataset.waiting = left.length;
  // Once in a while is enough, and never in the way of the page.
  const last = Number(localStorage.getItem('kept-at') ?? 0);
  if (navigator.onLine && Date.now() - last > 10 * 60 * 1000) {
    const later = window.requestIdleCallback ?? (work => setTimeout(work, 1500));
    later(fill, { timeout: 3000 });
  }
}
