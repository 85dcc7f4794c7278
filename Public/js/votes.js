// Votes count without leaving the page. When anything is unusual the form is sent as it would be without this.
addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('form.vote') || !event.submitter) return;
  event.preventDefault();
  // So that the forms' own guard against a second sending does not see it.
  event.stopImmediatePropagation();
  if (form.dataset.voting) return;
  form.dataset.voting = 'yes';
  const pressed = event.submitter;
  try {
    const body = new URLSearchParams(new FormData(form));
    body.set(pressed.name, pressed.value);
    const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (!response.ok || response.redirected) throw new Error(String(response.status));
    show(form, await response.json());
  } catch {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = pressed.name;
    field.value = pressed.value;
    form.append(field);
    form.submit();
  } finally {
    delete form.dataset.voting;
  }
}, true);

// A pressed button takes the vote back.
const show = (form, { score, vote }) => {
  form.querySelector('output').textContent = score.toLocaleString('en-US');
  const [up, down] = form.querySelectorAll('button');
  for (const [button, value, word] of [[up, 1, 'up'], [down, -1, 'down']]) {
    const isPressed = vote === value;
    button.setAttribute('aria-pressed', String(isPressed));
    button.value = isPressed ? 'none' : word;
    button.querySelector('svg')?.classList.toggle('solid', isPressed);
  }
};
