// Says while the connection is away that nothing is lost. Nothing is sent again by itself.
import { note } from './note.js';

const away = 'You are offline; what you write is kept on this device.';

export const sayWhenOffline = form => {
  const line = note(away);
  let isWarned = false;
  const look = () => {
    if (navigator.onLine) {
      line.remove();
      line.firstChild.textContent = away;
      isWarned = false;
    } else if (!line.isConnected) {
      (form.querySelector('.row-end') ?? form.lastElementChild).before(line);
    }
  };
  addEventListener('online', look);
  addEventListener('offline', look);
  look();
  // A form sent now would lead to the browser's own page; who knows better presses again.
  form.addEventListener('submit', event => {
    if (navigator.onLine || isWarned) return;
    event.preventDefault();
    isWarned = true;
    line.firstChild.textContent =
      'You are offline. What you wrote is kept on this device; send it when you’re back.';
  });
};
