// Asks what a picture shows, for those who cannot see it, and puts that into the text.
import { button, make } from './dom.js';
import { replaceElsewhere } from './text.js';

let count = 0;

export const askWhatItShows = ({ area, lines }, name, markdown) => {
  const id = `shows-${++count}`;
  const field = make('input', { class: 'input', id, type: 'text', dir: 'auto', maxlength: '300', autocomplete: 'off' });
  const take = () => {
    const words = field.value.trim().replace(/[\\[\]`*_<>!&]/g, '\\$&');
    if (words !== '') replaceElsewhere(area, markdown, markdown.replace(/^!\[[^\]]*\]/, () => `![${words}]`));
    leave();
  };
  const leave = () => {
    line.remove();
    area.focus({ preventScroll: true });
  };
  const line = make('div', { class: 'arrival' },
    make('label', { for: id }, 'Say what it shows: ', make('bdi', {}, name)), field,
    button({ class: 'button second' }, 'Add', take), button({ class: 'button bare' }, 'Skip', leave));
  field.addEventListener('keydown', event => {
    if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
    // Enter would send the whole form.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') take();
    else leave();
  });
  lines.append(line);
};
