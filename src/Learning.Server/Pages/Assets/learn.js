// The page of a material: speech, the place where one stopped, and records that wait for the network.
import { keep, newId } from './records.js';
import { toggle } from './speech.js';

const lesson = document.querySelector('.lesson');
const material = lesson.dataset.material;
const text = lesson.querySelector('.text');

const listen = document.querySelector('[data-listen]');
if (listen) toggle(listen, () => [...text.querySelectorAll('h2,h3,h4,p,li,td')], lesson.dataset.language);

// My place: where the reading stopped, kept in this browser.
const placeKey = `place ${material}`;
const last = Number(localStorage.getItem(placeKey) ?? 0);
if (last > 0.05 && !location.hash) scrollTo({ top: text.offsetTop + last * text.offsetHeight, behavior: 'instant' });
let waiting = 0;
addEventListener('scroll', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const share = (scrollY - text.offsetTop) / text.offsetHeight;
    if (share > 0.97) localStorage.removeItem(placeKey);
    else if (share > 0.05) localStorage.setItem(placeKey, share.toFixed(3));
  }, 250);
}, { passive: true });

const record = (verb, more = {}) => ({
  id: newId(), verb, material, at: new Date().toISOString(), ...(lesson.dataset.from ? { impression: lesson.dataset.from } : {}), ...more,
});

// Begun: once a visit, when somebody really stays.
const begunKey = `begun ${material}`;
if (!sessionStorage.getItem(begunKey)) {
  setTimeout(() => { sessionStorage.setItem(begunKey, '1'); keep(record('started')); }, 4000);
}

// Without network the answers wait here; with it, the form goes its plain way.
const recall = document.querySelector('form[data-recall]');
recall?.addEventListener('submit', event => {
  if (navigator.onLine) return;
  event.preventDefault();
  const count = recall.querySelectorAll('fieldset').length;
  const answers = Array.from({ length: count }, (_, place) => new FormData(recall).get(`answers[${place}]`) ?? '');
  keep({ ...record(count > 0 ? 'recalled' : 'completed', count > 0 ? { result: { answers } } : {}), id: recall.elements.attempt.value });
  recall.hidden = true;
  const kept = document.getElementById('recall-kept');
  kept.hidden = false;
  kept.scrollIntoView({ block: 'nearest' });
});
