// Reads a text aloud with the browser's own voice, a paragraph at a time, so that it can stop and go on.
const voice = 'speechSynthesis' in window ? window.speechSynthesis : null;

export function speak(parts, language, onPart, onEnd) {
  let place = 0;
  let stopped = false;
  const next = () => {
    if (stopped || place >= parts.length) { onEnd(); return; }
    const part = parts[place++];
    const said = new SpeechSynthesisUtterance(part.textContent);
    said.lang = language;
    said.onend = next;
    said.onerror = () => { stopped = true; onEnd(); };
    onPart(part);
    voice.speak(said);
  };
  voice.cancel();
  next();
  return () => { stopped = true; voice.cancel(); onEnd(); };
}

export function toggle(button, parts, language) {
  if (!voice) return;
  button.hidden = false;
  const words = button.textContent;
  let stop = null;
  const clear = () => document.querySelectorAll('.speaking').forEach(part => part.classList.remove('speaking'));
  const end = () => { stop = null; clear(); button.textContent = words; button.setAttribute('aria-pressed', 'false'); };
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    if (stop) { stop(); return; }
    button.textContent = button.dataset.stop;
    button.setAttribute('aria-pressed', 'true');
    stop = speak(parts(), language, part => { clear(); part.classList.add('speaking'); part.scrollIntoView({ block: 'nearest' }); }, end);
  });
  addEventListener('pagehide', () => stop?.());
}

export function buttons() {
  for (const button of document.querySelectorAll('[data-speak]')) {
    toggle(button, () => [...document.querySelectorAll(button.dataset.speak)], document.documentElement.lang);
  }
}
