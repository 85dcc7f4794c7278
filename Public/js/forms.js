// What forms can do beyond sending themselves: show a password, and say that they are busy. Every form works without.

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
