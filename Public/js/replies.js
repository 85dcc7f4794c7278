// A reply is written below its comment instead of on a page of its own, with the form that page has.
let count = 0;

document.addEventListener('click', async event => {
  const link = event.target.closest('.comment a[href*="/comments/new?parent="]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey
    || event.altKey) return;
  event.preventDefault();
  const comment = link.closest('.comment');
  const open = comment.querySelector(':scope > .reply-here, :scope > .voted-down > .reply-here');
  if (open) return open.querySelector('textarea').focus();
  if (link.dataset.opening !== undefined) return;
  link.dataset.opening = '';
  try {
    const response = await fetch(link.href);
    if (!response.ok || response.redirected) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    show(link, document.importNode(page.querySelector('main form.composer'), true));
  } catch {
    location.assign(link.href);
  } finally {
    delete link.dataset.opening;
  }
});

const show = (link, form) => {
  // The page has a form of this kind already: what is named by an id gets another.
  const ending = `-reply-${++count}`;
  for (const element of form.querySelectorAll('[id]')) element.id += ending;
  for (const name of ['for', 'aria-describedby', 'aria-labelledby']) {
    for (const element of form.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, element.getAttribute(name).split(' ').map(id => id + ending).join(' '));
    }
  }
  const box = document.createElement('div');
  box.className = 'reply-here';
  const close = () => {
    // Kept before it goes, like the page's own words when one leaves.
    form.dispatchEvent(new Event('quad:close'));
    box.remove();
    link.focus();
  };
  const leave = document.createElement('button');
  leave.type = 'button';
  leave.className = 'button bare';
  leave.textContent = 'Close';
  leave.addEventListener('click', close);
  box.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) close();
  });
  box.append(leave, form);
  link.closest('.actions').after(box);
  box.dispatchEvent(new CustomEvent('quad:form', { bubbles: true }));
  form.querySelector('textarea').focus();
};
