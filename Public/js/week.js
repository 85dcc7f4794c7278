// What it takes to paint a week is fetched where there is one to paint.
const form = document.querySelector('form[data-week]');
if (form) {
  const { edit } = await import('./week/editor.js');
  edit(form);
}
