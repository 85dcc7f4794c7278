// Changes a textarea as typing does, so that the browser's own undo takes it back and whoever listens hears of it.
// `start` and `end` are what is selected afterwards.
export const replace = (area, { from, to, text, start = from + text.length, end = start }) => {
  const { scrollTop } = area;
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  // Where the textarea is out of sight the focus stays elsewhere, and the command would write there.
  const isDone = document.activeElement === area && (from !== to || text !== '')
    && document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  if (!isDone) {
    area.setRangeText(text, from, to, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(start, end);
  area.scrollTop = scrollTop;
};

// Changes a part of the text while someone may be writing in another: their place and their field stay.
export const replaceElsewhere = (area, old, text) => {
  const from = area.value.indexOf(old);
  if (from < 0) return false;
  const focused = document.activeElement;
  const moved = place => place <= from ? place
    : place >= from + old.length ? place + text.length - old.length : from + text.length;
  const [start, end] = [moved(area.selectionStart), moved(area.selectionEnd)];
  replace(area, { from, to: from + old.length, text, start, end });
  if (focused !== area && focused?.isConnected) focused.focus({ preventScroll: true });
  return true;
};
