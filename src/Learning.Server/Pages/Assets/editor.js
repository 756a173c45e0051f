// The plan editor: a lesson is dragged to a day, or its day is typed; what the checker says of it is shown at once. Nothing is kept before the form is sent.
const form = document.querySelector('[data-try]');
const verdict = document.getElementById('verdict');
let turn = 0;
let waiting = 0;

async function ask() {
  const mine = ++turn;
  verdict.textContent = verdict.dataset.wait;
  const answer = await fetch(form.dataset.try, { method: 'POST', credentials: 'same-origin', body: new FormData(form), headers: { accept: 'text/html' } }).catch(() => null);
  // Only the answer to the newest question counts.
  if (mine === turn) verdict.innerHTML = answer ? await answer.text() : '';
}

form.addEventListener('change', event => {
  if (event.target.name === 'reason') return;
  clearTimeout(waiting);
  waiting = setTimeout(ask, 300);
});

let dragged = null;
for (const part of document.querySelectorAll('[data-board]')) part.hidden = false;
for (const row of form.querySelectorAll('[data-lesson]')) {
  row.draggable = true;
  row.addEventListener('dragstart', event => { dragged = row; event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', row.querySelector('.name').textContent); });
  row.addEventListener('dragend', () => { dragged = null; });
}
for (const day of form.querySelectorAll('[data-day]')) {
  day.addEventListener('dragover', event => { if (dragged) { event.preventDefault(); day.classList.add('over'); } });
  day.addEventListener('dragleave', () => day.classList.remove('over'));
  day.addEventListener('drop', event => {
    event.preventDefault();
    day.classList.remove('over');
    const field = dragged?.querySelector('input[type=date]');
    if (!field) return;
    field.value = day.dataset.day;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
