// Draws the week as Templates/availability/_editor-picture.html does.
import { fromMonday, spanWords, spans } from './slots.js';

const percent = share => `${Math.round(share * 10000) / 100}%`;
// In pixels: how wide the picture is at least at a desk and on a phone, and what a label takes.
const [widePicture, narrowPicture] = [600, 280];
const labelWidth = words => words.length * 6.6 + 3;

const shape = (name, attributes, text) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
};

export class Picture {
  constructor(svg, opening, closing) {
    this.svg = svg;
    this.blocks = svg.querySelector('[data-blocks]');
    [this.opening, this.closing] = [opening, closing];
  }

  // 0 at the left edge, 1 at the right one.
  share(quarter) {
    return (quarter - this.opening * 4) / ((this.closing - this.opening) * 4);
  }

  // Shows all 24 hours.
  widen() {
    [this.opening, this.closing] = [0, 24];
    const labels = [0, 4, 8, 12, 16, 20].map(hour => shape(
      'text', { x: percent(hour / 24), y: 13, ...(hour === 0 ? {} : { 'text-anchor': 'middle' }) }, `${hour}:00`));
    this.svg.querySelector('[data-axis]').replaceChildren(...labels);
    const lines = Array.from({ length: 23 }, (_, index) => {
      const x = percent((index + 1) / 24);
      return shape('line', { class: index % 2 === 1 ? 'hour' : 'half', x1: x, x2: x, y1: 24, y2: 328 });
    });
    this.svg.querySelector('[data-lines]').replaceChildren(...lines);
  }

  draw(free, taken) {
    this.blocks.replaceChildren(...fromMonday.flatMap((day, row) => {
      const y = 24 + 44 * row;
      return [
        ...spans(taken, day).map(span => this.bar(span, y, { class: 'taken', fill: 'url(#hatch)' })),
        ...spans(free, day).flatMap(span => [this.bar(span, y, { class: 'free', rx: 3 }), ...this.label(span, y)]),
      ];
    }));
  }

  bar([from, to], y, attributes) {
    return shape('rect', {
      ...attributes, x: percent(this.share(from)), y, width: percent(this.share(to) - this.share(from)), height: 40,
    });
  }

  label(span, y) {
    const words = spanWords(span);
    const share = this.share(span[1]) - this.share(span[0]);
    if (share * widePicture < labelWidth(words)) return [];
    const isWide = share * narrowPicture < labelWidth(words);
    const x = percent((this.share(span[0]) + this.share(span[1])) / 2);
    return [shape('text', { class: isWide ? 'label wide-label' : 'label', x, y: y + 24 }, words)];
  }
}
