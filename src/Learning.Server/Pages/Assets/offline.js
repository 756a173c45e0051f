// Sends what waited, and keeps what is needed without network: the plan, the lessons of the next days and those kept for later.
import { send, waiting } from './records.js';

const LONG = 10 * 60 * 1000;

async function fill() {
  const list = await fetch('/offline/pages', { credentials: 'same-origin', cache: 'no-store' });
  if (!list.ok) return;
  const { pages } = await list.json();
  // Once in a while is enough, unless what is needed is no longer what was kept: a plan has changed.
  const needed = pages.join(' ');
  if (localStorage.getItem('kept') === needed && Date.now() - Number(localStorage.getItem('kept-at') ?? 0) < LONG) return;
  const worker = (await navigator.serviceWorker.ready).active;
  if (!worker) return;
  // Only what the worker says it has kept counts: a page that goes away meanwhile leaves it to the next one.
  const all = await new Promise(done => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data === 'kept');
    worker.postMessage({ keep: pages }, [port2]);
  });
  if (!all) return;
  localStorage.setItem('kept', needed);
  localStorage.setItem('kept-at', Date.now());
}

export async function begin(who) {
  addEventListener('online', send);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) send(); });
  await send();
  const left = await waiting(who);
  document.documentElement.dataset.waiting = left.length;
  // Never in the way of the page.
  if (navigator.onLine) {
    const later = window.requestIdleCallback ?? (work => setTimeout(work, 1500));
    later(fill, { timeout: 3000 });
  }
}
