// Where the caret of a textarea is, in pixels from the textarea's own corner: a copy of the text is laid out unseen.
const copied = [
  'boxSizing', 'width', 'borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth', 'paddingTop',
  'paddingRight', 'paddingBottom', 'paddingLeft', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'lineHeight',
  'letterSpacing', 'textIndent', 'tabSize', 'direction', 'unicodeBidi',
];

export const caretPlace = (area, at) => {
  const style = getComputedStyle(area);
  const copy = document.createElement('div');
  for (const name of copied) copy.style[name] = style[name];
  copy.style.borderStyle = 'solid';
  copy.style.position = 'absolute';
  copy.style.visibility = 'hidden';
  copy.style.whiteSpace = 'pre-wrap';
  copy.style.overflowWrap = 'break-word';
  copy.textContent = area.value.slice(0, at);
  const mark = document.createElement('span');
  mark.textContent = area.value.slice(at) || '.';
  copy.append(mark);
  area.parentElement.append(copy);
  const range = document.createRange();
  range.setStart(mark.firstChild, 0);
  range.setEnd(mark.firstChild, 1);
  const [box, letter] = [copy.getBoundingClientRect(), range.getClientRects()[0] ?? mark.getBoundingClientRect()];
  const height = parseFloat(style.lineHeight) || letter.height;
  copy.remove();
  return { x: letter.left - box.left, y: letter.top - box.top + height - area.scrollTop };
};
