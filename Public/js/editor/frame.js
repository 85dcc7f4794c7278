// What stands around the textarea: tools above, the preview beside it, and lines that say what happens below.
import { button, make } from './dom.js';

let count = 0;

export const frame = area => {
  const id = `editor-${++count}`;
  const { activeElement } = document;
  const [from, to] = [area.selectionStart, area.selectionEnd];
  const view = (name, words) =>
    button({ 'aria-pressed': String(name === 'write') }, words, event => {
      for (const other of views.children) other.setAttribute('aria-pressed', String(other === event.currentTarget));
      box.dataset.view = name;
      box.dispatchEvent(new Event('quad:view'));
    });
  const views = make('div', { class: 'views', role: 'group', 'aria-label': 'What is shown' },
    view('write', 'Write'), view('preview', 'Preview'));
  const tools = make('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Formatting' });
  const panes = make('div', { class: 'panes' });
  const pane = make('section', { class: 'live', 'aria-label': 'Preview', tabindex: '0' });
  // Read out when it changes: what is said there is rare and short.
  const said = make('p', { class: 'said', role: 'status' });
  const lines = make('div', { class: 'lines' }, said);
  const box = make('div', { class: 'editor', id, 'data-view': 'write' }, views, tools, panes, lines);
  area.replaceWith(box);
  panes.append(area, pane);
  if (activeElement === area) {
    area.focus({ preventScroll: true });
    area.setSelectionRange(from, to);
  }
  return { id, area, form: area.form, box, tools, panes, pane, lines, say: words => { said.textContent = words; } };
};
