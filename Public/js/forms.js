// What forms can do beyond sending themselves: show a password, say that they are busy, and keep a draft on this
// device until it has arrived. Every form works without.

// Passwords can be looked at while they are typed.
for (const field of document.querySelectorAll('input[type="password"]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'reveal';
  const show = isShown => {
    field.type = isShown ? 'text' : 'password';
    button.textContent = isShown ? 'Hide' : 'Show';
    button.setAttribute('aria-pressed', String(isShown));
    button.setAttribute('aria-label', isShown ? 'Hide the password' : 'Show the password');
  };
  show(false);
  button.addEventListener('click', () => show(field.type === 'password'));
  const box = document.createElement('span');
  box.className = 'revealing';
  field.replaceWith(box);
  box.append(field, button);
  // A browser offers to remember what is a password when the form is sent.
  field.form?.addEventListener('submit', () => show(false));
}

// A form that was sent says so, and is not sent twice by an impatient finger.
addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  // Who stopped a sending that hung may send again; the row's own identity makes that harmless.
  setTimeout(() => delete form.dataset.sent, 10_000);
  const button = event.submitter;
  if (!button?.dataset.busy) return;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = button.dataset.busy;
});

// A page that comes back from the browser's memory can be sent again.
addEventListener('pageshow', event => {
  if (!event.persisted) return;
  for (const form of document.forms) delete form.dataset.sent;
});

// Drafts: what is typed into a form with `data-draft` is kept under that name until a page says it has arrived.
// Each member's apart: a browser may be shared.
const prefix = `quad-draft:${document.body.dataset.viewer ?? ''}:`;
const month = 30 * 24 * 3600 * 1000;

const stored = name => {
  try {
    return JSON.parse(localStorage.getItem(prefix + name));
  } catch {
    return null;
  }
};

const store = (name, draft) => {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(draft));
  } catch {
    // Full, or switched off: then there are no drafts.
  }
};

const drafts = () => {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length));
  } catch {
    return [];
  }
};

const hasArrived = document.querySelector('[data-arrived]') !== null;
for (const name of drafts()) {
  const draft = stored(name);
  const isOver = !draft || Date.now() - draft.time > month || (hasArrived && draft.isSent);
  if (isOver) localStorage.removeItem(prefix + name);
}

for (const form of document.querySelectorAll('form[data-draft]')) {
  const name = form.dataset.draft;
  const texts = [...form.querySelectorAll('input[type="text"], textarea')];
  const draft = stored(name);
  if (draft && texts.every(field => field.value === '' || field.value === field.defaultValue)
      && texts.some(field => draft.texts[field.name] && draft.texts[field.name] !== field.value)) {
    const note = document.createElement('p');
    note.className = 'flash wait draft-note';
    note.setAttribute('role', 'status');
    const words = document.createElement('span');
    words.textContent = 'You wrote something here before that never arrived.';
    const bring = document.createElement('button');
    bring.type = 'button';
    bring.className = 'button second';
    bring.textContent = 'Bring it back';
    bring.addEventListener('click', () => {
      for (const field of texts) if (draft.texts[field.name] !== undefined) field.value = draft.texts[field.name];
      // With the row's own id a text that did arrive after all is not published twice.
      if (draft.id && form.elements.id) form.elements.id.value = draft.id;
      note.remove();
      texts.at(-1)?.focus();
    });
    const forget = document.createElement('button');
    forget.type = 'button';
    forget.className = 'button bare';
    forget.textContent = 'Forget it';
    forget.addEventListener('click', () => {
      localStorage.removeItem(prefix + name);
      note.remove();
    });
    note.append(words, bring, forget);
    form.prepend(note);
  }
  const keep = isSent => {
    const now = Object.fromEntries(texts.map(field => [field.name, field.value]));
    if (texts.every(field => field.value === field.defaultValue && !isSent)) return;
    store(name, { texts: now, id: form.elements.id?.value, time: Date.now(), isSent });
  };
  let waiting;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(false), 400);
  });
  form.addEventListener('submit', () => {
    clearTimeout(waiting);
    keep(true);
  });
}

// Whoever uses this browser next finds nobody else's words.
addEventListener('submit', event => {
  if (new URL(event.target.action).pathname !== '/sign-out') return;
  for (const name of drafts()) localStorage.removeItem(prefix + name);
});
