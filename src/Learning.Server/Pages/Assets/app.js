// What only a script can do: work without network, keep what was typed, speak. Pages work without it.
const page = document.body.dataset.page;
const who = document.body.dataset.who;
const here = import.meta.url.replace(/app\.js$/, '');

// What was typed is kept until it arrives, so that a session that ends loses nothing.
const typed = form => `typed ${location.pathname} ${form.getAttribute('action') ?? ''}`;
for (const form of document.querySelectorAll('form[data-keep]')) {
  const key = typed(form);
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  for (const field of form.elements) {
    if (kept && field.name in kept && field.type !== 'hidden' && field.type !== 'password') {
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = kept[field.name].includes(field.value);
      else field.value = kept[field.name][0] ?? '';
    }
  }
  form.addEventListener('input', () => {
    const data = {};
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && !name.startsWith('__')) (data[name] ??= []).push(value);
    sessionStorage.setItem(key, JSON.stringify(data));
  });
}
// A page that says it is done forgets what was typed on it.
if (document.querySelector('[data-done]')) for (const form of document.querySelectorAll('form[data-keep]')) sessionStorage.removeItem(typed(form));

const online = () => { document.getElementById('offline').hidden = navigator.onLine; };
addEventListener('online', online);
addEventListener('offline', online);
online();

for (const form of document.querySelectorAll('form[data-submit]')) form.addEventListener('change', () => form.requestSubmit());

if ('serviceWorker' in navigator) {
  // Kept pages belong to one person: another one, or nobody, has them forgotten.
  const before = localStorage.getItem('who');
  if (before && before !== who && (who || page === 'sign-in')) {
    for (const name of await caches.keys()) if (name.startsWith('pages')) await caches.delete(name);
    localStorage.removeItem('kept');
  }
  if (who) localStorage.setItem('who', who);
  navigator.serviceWorker.register('/sw.js').catch(() => {});
  if (who) import(`${here}offline.js`).then(module => module.begin(who));
}
if (page === 'learn') import(`${here}learn.js`);
if (document.querySelector('[data-speak]')) import(`${here}speech.js`).then(module => module.buttons());
