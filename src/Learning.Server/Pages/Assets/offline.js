// Sends what waited, and keeps what is needed without network: the plan, the lessons of the next days and those kept for later.
import { send, waiting } from './records.js';

async function fill() {
  const list = await fetch('/offline/pages', { credentials: 'same-origin', cache: 'no-store' });
  if (!list.ok) return;
  const { pages } = await list.json();
  const worker = (await navigator.serviceWorker.ready).active;
  worker?.postMessage({ keep: pages });
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
    later(async () => { await fill(); localStorage.setItem('kept-at', Date.now()); });
  }
}
