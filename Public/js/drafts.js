// What is typed into a form with `data-draft` is kept on this device under that name until a page says it has arrived,
// and comes back into the form after a reload, a crash, the end of a session. Each member's apart: a browser may be
// shared. With `data-server-draft` it is kept on the server as well.
const prefix = `quad-draft:${document.body.dataset.viewer ?? ''}:`;
const month = 30 * 24 * 3600 * 1000;

// Where storage is full, or switched off, there are no drafts.
const attempt = (act, otherwise) => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};
const shelf = {
  get: name => attempt(() => JSON.parse(localStorage.getItem(prefix + name)), null),
  keep: (name, draft) => attempt(() => localStorage.setItem(prefix + name, JSON.stringify(draft))),
  forget: name => attempt(() => localStorage.removeItem(prefix + name)),
  names: () => attempt(() => Object.keys(localStorage), [])
    .filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length)),
};

const hasArrived = document.querySelector('[data-arrived]') !== null;
for (const name of shelf.names()) {
  const draft = shelf.get(name);
  if (!draft?.fields || Date.now() - draft.time > month || (hasArrived && draft.isSent)) shelf.forget(name);
}

// Whoever uses this browser next finds nobody else's words.
addEventListener('submit', event => {
  if (new URL(event.target.action).pathname === '/sign-out') shelf.names().forEach(shelf.forget);
});

// What it takes to follow a form is fetched once the form comes into sight.
const sight = new IntersectionObserver(async entries => {
  const forms = entries.filter(entry => entry.isIntersecting).map(entry => entry.target);
  if (forms.length === 0) return;
  for (const form of forms) sight.unobserve(form);
  const { follow } = await import('./drafts/form.js');
  for (const form of forms) follow(form, shelf);
}, { rootMargin: '400px' });

const watch = root => {
  for (const form of root.querySelectorAll('form[data-draft]')) sight.observe(form);
};
watch(document);
// A form that came later says so itself.
document.addEventListener('quad:form', event => watch(event.target));
