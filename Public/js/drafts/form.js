// One form and its draft: brought back when the form is opened, kept while something is typed into it.
import { note } from './note.js';
import { sayWhenOffline } from './offline.js';
import { saveOnServer } from './server.js';

const isChoice = field => field.type === 'radio' || field.type === 'checkbox';
const isText = field => field.type === 'text' || field.type === 'textarea';
const fieldsOf = form => [...form.elements]
  .filter(field => field.name && (isText(field) || isChoice(field) || field.type === 'select-one'));
const isUntouched = form => fieldsOf(form).filter(isText)
  .every(field => field.value === '' || field.value === field.defaultValue);
const read = form => fieldsOf(form).filter(field => !isChoice(field) || field.checked)
  .map(field => [field.name, field.value]);

// Puts what was kept back, fields of one name in their order, and tells whoever follows what is typed.
const write = (form, draft) => {
  const left = draft.fields.map(([name, value]) => ({ name, value }));
  for (const field of fieldsOf(form)) {
    const at = left.findIndex(kept => kept.name === field.name && (!isChoice(field) || kept.value === field.value));
    if (isChoice(field)) field.checked = at >= 0;
    else if (at >= 0) field.value = left[at].value;
    if (at >= 0) left.splice(at, 1);
  }
  // With the row's own id a text that did arrive after all is not published twice.
  if (draft.id && form.elements.id) form.elements.id.value = draft.id;
  for (const field of fieldsOf(form)) field.dispatchEvent(new Event('input', { bubbles: true }));
};

// Brings back what was kept where nothing can be lost or written twice by that, and offers it elsewhere.
const recover = (form, shelf) => {
  const name = form.dataset.draft;
  const draft = shelf.get(name);
  const before = read(form);
  if (!draft || !isUntouched(form) || JSON.stringify(draft.fields) === JSON.stringify(before)) return;
  const focus = () => form.querySelector('textarea')?.focus();
  // A text that stands there already is only replaced where it is the very one that was being changed.
  const isSame = form.elements.revision
    ? draft.revision === form.elements.revision.value
    : fieldsOf(form).filter(isText).every(field => field.defaultValue === '');
  if (draft.isSent || !isSame) {
    form.prepend(note('You wrote something here before that never arrived.',
      ['Bring it back', 'second', () => (write(form, draft), focus())],
      ['Forget it', 'bare', () => shelf.forget(name)]));
    return;
  }
  const empty = { fields: before, id: form.elements.id?.value };
  write(form, draft);
  form.prepend(note('This is what you wrote here before. It isn’t sent yet.',
    ['Start afresh', 'bare', () => (write(form, empty), shelf.forget(name), focus())]));
};

export const follow = (form, shelf) => {
  const name = form.dataset.draft;
  let waiting;
  const keep = isSent => {
    clearTimeout(waiting);
    waiting = undefined;
    if (!isSent && isUntouched(form)) return shelf.forget(name);
    shelf.keep(name, {
      fields: read(form), id: form.elements.id?.value, revision: form.elements.revision?.value, time: Date.now(), isSent,
    });
  };
  const keepNow = () => {
    if (waiting !== undefined) keep(false);
  };
  recover(form, shelf);
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 400, false);
  });
  form.addEventListener('quad:close', keepNow);
  // A page that goes away, or that a phone puts to sleep, may not come back.
  addEventListener('pagehide', keepNow);
  document.addEventListener('visibilitychange', keepNow);
  // Heard last: whoever has a reason against sending has said so by then.
  addEventListener('submit', event => {
    if (event.target === form && !event.defaultPrevented) keep(event.submitter?.value !== 'preview');
  });
  sayWhenOffline(form);
  if (form.dataset.serverDraft !== undefined) saveOnServer(form);
};
