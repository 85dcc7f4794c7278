// The tools above the textarea, one tab stop for all of them, and the keys that do the same.
import { button, icon, make } from './dom.js';
import * as marks from './marks.js';
import { replace } from './text.js';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

// What a tool is called, its key with Ctrl or ⌘, its sign, and what it does.
const tools = [
  ['Bold', 'B', 'M7 4.5h6a3.75 3.75 0 0 1 0 7.5H7zM7 12h7a3.75 3.75 0 0 1 0 7.5H7z', marks.bold],
  ['Italic', 'I', 'M10 4.5h8M6 19.5h8M14.5 4.5l-5 15', marks.italic],
  ['Heading', null, 'M6 4.5v15M18 4.5v15M6 12h12', marks.heading],
  ['Quote', 'Shift+9', 'M5 5v14M10 7h10M10 12h10M10 17h6', marks.quote],
  ['List', 'Shift+8', 'M4 6.5h1v1H4zM4 11.5h1v1H4zM4 16.5h1v1H4zM9.5 7H20M9.5 12H20M9.5 17H20', marks.list],
  ['Numbered list', 'Shift+7', 'M4 5l1.5-1v5.5M4 14.5h2.5L4 19h2.5M11 7h9M11 12h9M11 17h9', marks.numbers],
  ['Code', 'E', 'm8 7-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14', marks.code],
  ['Link', 'K', 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7L12 17',
    marks.link],
  ['Picture or file', null, 'M4 5h16v14H4zM4 16.5l5-5 4 4 2.5-2.5 4.5 4.5M15 8.5h1v1h-1z', 'quad:choose'],
  ['Mention', null, 'M15.5 8.5v5a2.3 2.3 0 0 0 4.5 0V12a8 8 0 1 0-3.2 6.4M15.5 12a3.5 3.5 0 1 1-7 0a3.5 3.5 0 1 1 7 0',
    marks.mention],
];

export const equip = ({ area, form, box, tools: bar, lines }) => {
  const apply = act => {
    if (typeof act === 'string') box.dispatchEvent(new Event(act));
    else replace(area, act(area.value, area.selectionStart, area.selectionEnd));
  };

  for (const [name, key, outline, act] of tools) {
    const keys = key && `${isMac ? 'Meta' : 'Control'}+${key}`;
    bar.append(button(
      { 'aria-label': name, title: key ? `${name} (${words(key)})` : name, 'aria-keyshortcuts': keys ?? undefined,
        tabindex: bar.childElementCount === 0 ? '0' : '-1' },
      icon(outline), () => apply(act)));
  }
  bar.setAttribute('aria-controls', area.id);
  // Pressing a tool leaves the caret where it is, and a phone's keyboard open.
  bar.addEventListener('mousedown', event => event.preventDefault());
  bar.addEventListener('keydown', event => move(bar, event));
  bar.addEventListener('focusin', event => {
    for (const tool of bar.children) tool.tabIndex = tool === event.target ? 0 : -1;
  });

  area.addEventListener('keydown', event => {
    if (event.isComposing || event.altKey || !(isMac ? event.metaKey : event.ctrlKey)) return;
    if (isMac ? event.ctrlKey : event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      form.requestSubmit(form.querySelector('button[name="act"]:not([value="preview"])'));
      return;
    }
    const tool = tools.find(([, key]) => key === pressed(event));
    if (!tool) return;
    event.preventDefault();
    apply(tool[3]);
  });
  lines.after(help());
};

const words = key => key.split('+').reduce(
  (all, part) => all + (isMac && part === 'Shift' ? '⇧' : part === 'Shift' ? 'Shift+' : part), isMac ? '⌘' : 'Ctrl+');

// "B", "Shift+7": letters by what they are, on keyboards of other letters by where they are; figures by where they
// are, because Shift changes them.
const pressed = event => {
  const name = event.shiftKey || !/^[a-z]$/i.test(event.key) ? event.code.replace(/^(Key|Digit)/, '') : event.key;
  return (event.shiftKey ? 'Shift+' : '') + name.toUpperCase();
};

const move = (bar, event) => {
  const all = [...bar.children];
  const at = all.indexOf(document.activeElement);
  const onwards = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const next = { Home: 0, End: all.length - 1 }[event.key]
    ?? (event.key.startsWith('Arrow') && /Left|Right/.test(event.key)
      ? (at + (event.key === onwards ? 1 : -1) + all.length) % all.length : undefined);
  if (next === undefined) return;
  event.preventDefault();
  all[next].focus();
};

const help = () => {
  const shown = [...tools.filter(([, key]) => key).map(([name, key]) => [words(key), name]),
    [words('Enter'), 'Send'], ['Tab', 'On to the next field']];
  const rows = shown.map(([keys, name]) => make('div', {}, make('dt', {}, make('kbd', {}, keys)), make('dd', {}, name)));
  return make('details', { class: 'keys' }, make('summary', {}, 'Keys'), make('dl', {}, ...rows));
};
