// The key "/" leads to the search box, unless something is being typed.
addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
  const box = [...document.querySelectorAll('[data-search]')].find(field => field.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
