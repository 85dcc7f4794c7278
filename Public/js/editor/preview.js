// How the text will look, from the server's own renderer, while it is being written.
import { make } from './dom.js';

const settle = 350;
// At most fifty requests a minute, below what a member may ask for.
const gap = 1200;
const away = 'Preview is not available right now.';
const nothing = 'What you write appears here as everyone will see it.';

export const equip = ({ area, box, pane }) => {
  const note = make('p', { class: 'note' }, nothing);
  const shown = make('div', { class: area.dataset.editor === 'comment' ? 'words short' : 'words', dir: 'auto' });
  pane.append(note, shown);
  let current = '';
  let asking = null;
  let asked = 0;
  let waiting;

  const say = words => {
    note.textContent = words;
    note.hidden = words === '';
  };

  const ask = async text => {
    asking?.abort();
    const request = asking = new AbortController();
    asked = Date.now();
    try {
      const body = new URLSearchParams({ body: text, kind: area.dataset.editor });
      const response = await fetch('/preview', { method: 'POST', body, signal: request.signal });
      const answer = await response.text();
      if (request.signal.aborted) return;
      if (response.status === 422) {
        current = text;
        return say(answer);
      }
      if (!response.ok || response.redirected) {
        return later(1000 * Number(response.headers.get('Retry-After') ?? 10));
      }
      current = text;
      show(shown, answer);
      say('');
    } catch (fault) {
      if (fault.name !== 'AbortError') later(10_000);
    }
  };

  const later = delay => {
    say(away);
    clearTimeout(waiting);
    waiting = setTimeout(update, delay);
  };

  const update = () => {
    clearTimeout(waiting);
    // Out of sight, on a phone: asked for when it is looked at.
    if (pane.offsetParent === null || document.hidden || area.value === current) return;
    if (area.value.trim() === '') {
      asking?.abort();
      current = area.value;
      shown.replaceChildren();
      return say(nothing);
    }
    ask(area.value);
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, Math.max(settle, asked + gap - Date.now()));
  };

  area.addEventListener('input', soon);
  box.addEventListener('quad:view', update);
  addEventListener('online', update);
  document.addEventListener('visibilitychange', update);
  // A window made wider shows it beside the text.
  new ResizeObserver(soon).observe(pane);
  update();
};

// What our own renderer made, parsed by itself, so that nothing in it runs.
const show = (place, html) => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const link of parsed.querySelectorAll('a[href]')) {
    // Whoever tries a link keeps what was written.
    link.target = '_blank';
    link.relList.add('noopener');
  }
  place.replaceChildren(...[...parsed.body.childNodes].map(node => document.importNode(node, true)));
};
