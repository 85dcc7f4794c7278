// What the tools do to a text: pure functions from a text and a selection to one change, `{ from, to, text, start,
// end }`: what is replaced by what, and what is selected then. Each takes back what it did before.

const wordBefore = /[\p{L}\p{M}\p{N}]+$/u;
const wordAfter = /^[\p{L}\p{M}\p{N}]+/u;

// What a mark goes around: the word at the caret, or the selection without the blanks at its ends, beside which a
// mark would not count.
const around = (text, start, end) => {
  if (start === end) {
    const before = text.slice(0, start).match(wordBefore)?.[0].length ?? 0;
    return [start - before, start + (text.slice(start).match(wordAfter)?.[0].length ?? 0)];
  }
  const inside = text.slice(start, end);
  if (inside.trim() === '') return [start, start];
  return [start + inside.length - inside.trimStart().length, end - inside.length + inside.trimEnd().length];
};

const runBefore = (text, at, sign) => {
  let count = 0;
  while (text[at - 1 - count] === sign) count += 1;
  return count;
};

const runAfter = (text, at, sign) => {
  let count = 0;
  while (text[at + count] === sign) count += 1;
  return count;
};

// `*italic*` and `**bold**`: how many stars stand around says which of them are on.
const stars = size => (text, start, end) => {
  [start, end] = around(text, start, end);
  while (end - start > 2 && text[start] === '*' && text[end - 1] === '*') [start, end] = [start + 1, end - 1];
  const inner = text.slice(start, end);
  const mark = '*'.repeat(size);
  if (/\n[ \t]*\n/.test(inner)) return paragraphs(text, start, end, mark);
  const outer = Math.min(runBefore(text, start, '*'), runAfter(text, end, '*'));
  return size === 2 ? (outer >= 2 ? bare(inner, start, end, 2) : marked(inner, start, end, mark))
    : outer % 2 === 1 ? bare(inner, start, end, 1) : marked(inner, start, end, mark);
};

const marked = (inner, start, end, mark) => ({
  from: start, to: end, text: mark + inner + mark, start: start + mark.length, end: end + mark.length,
});

const bare = (inner, start, end, size) => ({
  from: start - size, to: end + size, text: inner, start: start - size, end: end - size,
});

// No mark reaches over a blank line, so each paragraph gets its own.
const paragraphs = (text, start, end, mark) => {
  const outer = Math.min(runBefore(text, start, '*'), runAfter(text, end, '*'));
  const [from, to] = outer >= mark.length ? [start - mark.length, end + mark.length] : [start, end];
  const pieces = text.slice(from, to).split(/(\n[ \t]*\n\s*)/);
  const has = piece => piece.length > 2 * mark.length && piece.startsWith(mark) && piece.endsWith(mark);
  const isOn = pieces.every((piece, index) => index % 2 === 1 || has(piece));
  const changed = pieces.map((piece, index) => index % 2 === 1 ? piece
    : isOn ? piece.slice(mark.length, -mark.length) : has(piece) ? piece : mark + piece + mark).join('');
  return { from, to, text: changed, start: from, end: from + changed.length };
};

export const bold = stars(2);
export const italic = stars(1);

// The whole lines that a selection touches.
const lineRange = (text, start, end) => {
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const to = text.indexOf('\n', last);
  return [start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, to < 0 ? text.length : to];
};

export const code = (text, start, end) => {
  if (text.slice(start, end).includes('\n')) return fence(text, start, end);
  [start, end] = around(text, start, end);
  const inner = text.slice(start, end);
  const ticked = inner.match(/^(`+)([^`](?:[^]*[^`])?)\1$/);
  if (ticked) return { from: start, to: end, text: ticked[2], start, end: start + ticked[2].length };
  const outer = Math.min(runBefore(text, start, '`'), runAfter(text, end, '`'));
  if (outer > 0) return bare(inner, start, end, outer);
  const longest = Math.max(0, ...(inner.match(/`+/g) ?? []).map(run => run.length));
  return marked(inner, start, end, '`'.repeat(longest + 1));
};

const fence = (text, start, end) => {
  const [from, to] = lineRange(text, start, end);
  const inner = text.slice(from, to);
  const selected = inner.match(/^`{3,}[^`\n]*\n([^]*?)\n?`{3,}$/);
  if (selected) return { from, to, text: selected[1], start: from, end: from + selected[1].length };
  const before = text.slice(0, from).match(/(?:^|\n)(`{3,}[^`\n]*\n)$/)?.[1];
  const after = text.slice(to).match(/^\n`{3,}(?=\n|$)/)?.[0];
  if (before && after) {
    const begin = from - before.length;
    return { from: begin, to: to + after.length, text: inner, start: begin, end: begin + inner.length };
  }
  const ticks = '`'.repeat(Math.max(2, ...(inner.match(/`+/g) ?? []).map(run => run.length)) + 1);
  const begin = from + ticks.length + 1;
  return { from, to, text: `${ticks}\n${inner}\n${ticks}`, start: begin, end: begin + inner.length };
};

// A sign before every line. `others` is what it takes the place of.
const signs = (pattern, sign, others = pattern, marksBlankLines = false) => (text, start, end) => {
  const [from, to] = lineRange(text, start, end);
  const lines = text.slice(from, to).split('\n');
  const full = lines.filter(line => line.trim() !== '');
  const isOn = full.length > 0 && full.every(line => pattern.test(line));
  let number = 0;
  const changed = lines.map(line => {
    if (isOn) return line.replace(pattern, '');
    if (line.trim() === '' && lines.length > 1) return marksBlankLines ? sign(0).trimEnd() : line;
    return sign(number += 1) + line.replace(others, '');
  });
  const whole = changed.join('\n');
  if (start !== end) return { from, to, text: whole, start: from, end: from + whole.length };
  const caret = Math.max(from, start + whole.length - (to - from));
  return { from, to, text: whole, start: caret, end: caret };
};

const items = /^(?:[-*+]|\d{1,9}[.)]) /;
export const heading = signs(/^#{1,6} /, () => '## ');
export const quote = signs(/^> ?/, () => '> ', /^(?!)/, true);
export const list = signs(/^[-*+] /, () => '- ', items);
export const numbers = signs(/^\d{1,9}[.)] /, number => `${number}. `, items);

const address = 'https://';

export const link = (text, start, end) => {
  const [from, to] = lineRange(text, start, end);
  for (const found of text.slice(from, to).matchAll(/(?<!!)\[([^[\]\n]*)\]\(([^()\n]*)\)/g)) {
    const [first, last] = [from + found.index, from + found.index + found[0].length];
    const isInside = start === end ? first < start && end < last : first <= start && end <= last;
    if (!isInside) continue;
    const words = found[1] || (found[2] === address ? '' : found[2]);
    return { from: first, to: last, text: words, start: first, end: first + words.length };
  }
  [start, end] = around(text, start, end);
  const inner = text.slice(start, end);
  if (/^https?:\/\/\S+$/.test(inner)) {
    return { from: start, to: end, text: `[](${inner})`, start: start + 1, end: start + 1 };
  }
  const place = inner === '' ? start + 1 : end + 3;
  return {
    from: start, to: end, text: `[${inner}](${address})`, start: place,
    end: inner === '' ? place : place + address.length,
  };
};

export const mention = (text, start, end) => {
  if (text[start - 1] === '@') return { from: start - 1, to: start, text: '', start: start - 1, end: end - 1 };
  const sign = wordBefore.test(text.slice(0, start)) ? ' @' : '@';
  return { from: start, to: start, text: sign, start: end + sign.length, end: end + sign.length };
};
