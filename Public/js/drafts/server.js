// Saves a form with `data-server-draft` every few seconds while something is typed into it, and says when it did.
const every = 4000;

export const saveOnServer = form => {
  const line = document.createElement('p');
  line.className = 'draft-state quiet';
  (form.querySelector('.row-end') ?? form.lastElementChild).before(line);
  const address = () => form.elements.id ? `/drafts/${form.elements.id.value}` : form.dataset.serverDraft;
  let waiting;
  let isOver = false;

  const save = async () => {
    try {
      const response = await fetch(address(), {
        method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' },
      });
      if (response.ok && !response.redirected) {
        const now = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
        line.textContent = `Draft saved ${now}`;
        return;
      }
      // Another tab is ahead, or it may not be kept there: what is on this device stays.
      isOver = response.status < 500 && response.status !== 429;
    } catch {
      // Lost on the way; the next letter tries again.
    }
    line.textContent = 'Kept on this device';
  };

  form.addEventListener('input', () => {
    if (isOver || waiting) return;
    waiting = setTimeout(async () => {
      await save();
      waiting = undefined;
    }, every);
  });
  addEventListener('submit', event => {
    if (event.target !== form || event.defaultPrevented) return;
    clearTimeout(waiting);
    isOver = true;
  });
};
