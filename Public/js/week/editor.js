// Painting a week: what is free, what was undone, what is said, and one form that saves it.
import { Cells } from './cells.js';
import { Picture } from './picture.js';
import { paintWith } from './pointer.js';
import { changes, hours, isSame, perDay, read, write } from './slots.js';

class Editor {
  constructor(form) {
    this.form = form;
    const { saved, painted, taken, opening, closing } = form.dataset;
    [this.saved, this.free, this.taken] = [read(saved), read(painted), read(taken)];
    this.earlier = [];
    this.isLeaving = false;
    for (const element of form.closest('section').querySelectorAll('[data-scripted]')) element.hidden = false;
    const svg = form.querySelector('svg.grid');
    this.picture = new Picture(svg, Number(opening), Number(closing));
    // The grid says it all again, cell by cell.
    for (const name of ['role', 'aria-labelledby']) svg.removeAttribute(name);
    svg.setAttribute('aria-hidden', 'true');
    this.cells = new Cells(this);
    svg.after(this.cells.grid);
    paintWith(this, this.cells);
    form.querySelector('[data-undo]').addEventListener('click', () => this.undo());
    form.querySelector('[data-whole-days]')?.addEventListener('click', event => {
      event.preventDefault();
      this.widen();
      this.cells.at.focus();
    });
    this.leave();
    this.show();
    this.say(['', 'Drag sideways to paint. A tap paints an hour.']);
  }

  get opening() { return this.picture.opening; }
  get closing() { return this.picture.closing; }
  get isPainting() { return this.form.elements.paint.value !== 'clear'; }
  get isChanged() { return !isSame(this.saved, this.free); }

  show() {
    this.picture.draw(this.free, this.taken);
    this.cells.show();
    this.form.elements.week.value = write(this.free);
    const total = document.createElement('b');
    total.textContent = hours(this.free);
    const words = changes(this.saved, this.free);
    const rest = words.length - 3;
    const listed = words.slice(0, 3).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
    this.form.querySelector('[data-said]').replaceChildren(
      total, this.isChanged ? `, not saved yet: ${listed}.` : this.saved.includes(1) ? ', saved.' : ' yet.');
    this.form.querySelector('[data-save]').hidden = !this.isChanged;
  }

  // Shows what a stroke would make of the week it began with.
  preview(base, cleared, painted) {
    this.free = base.slice();
    if (cleared) this.free.fill(0, ...cleared);
    if (painted) this.free.fill(1, ...painted);
    this.taken.forEach((value, slot) => { if (value) this.free[slot] = 0; });
    this.show();
  }

  // Lets the preview stand.
  keep(base) {
    if (!isSame(base, this.free)) this.earlier.push(base);
  }

  paint(slots, isFree = this.isPainting) {
    const base = this.free.slice();
    for (const slot of slots) if (!this.taken[slot]) this.free[slot] = isFree ? 1 : 0;
    this.keep(base);
    this.show();
  }

  clearBlock(slot) {
    const start = slot - slot % perDay;
    const block = [];
    for (let at = slot; at >= start && this.free[at]; at -= 1) block.push(at);
    for (let at = slot + 1; at < start + perDay && this.free[at] && this.free[slot]; at += 1) block.push(at);
    this.paint(block, false);
  }

  undo() {
    const before = this.earlier.pop();
    if (!before) {
      this.say(['', 'There’s nothing to undo.']);
      return;
    }
    this.free = before;
    this.show();
    this.say(['', 'The last step is undone.']);
  }

  widen() {
    this.picture.widen();
    const link = this.form.querySelector('[data-whole-days]');
    if (link) link.parentElement.hidden = true;
    this.cells.build();
    this.show();
  }

  say([time, words]) {
    const bold = document.createElement('b');
    bold.textContent = time;
    this.form.querySelector('[data-at]').replaceChildren(bold, words);
  }

  // The page's other forms take along what is painted and not saved; leaving in another way asks first.
  leave() {
    const isLeaving = () => { this.isLeaving = true; };
    this.form.addEventListener('submit', isLeaving);
    for (const form of document.querySelectorAll('form[data-carries-week]')) {
      form.addEventListener('submit', () => {
        isLeaving();
        if (!this.isChanged) return;
        for (const name of ['week', 'revision']) {
          const field = form.querySelector(`input[name=${name}]`) ?? document.createElement('input');
          [field.type, field.name, field.value] = ['hidden', name, this.form.elements[name].value];
          form.append(field);
        }
      });
    }
    for (const settling of document.querySelectorAll('[data-settles]')) {
      settling.addEventListener(settling.matches('a') ? 'click' : 'submit', isLeaving);
    }
    addEventListener('beforeunload', event => {
      if (this.isChanged && !this.isLeaving) event.preventDefault();
    });
    addEventListener('pageshow', () => { this.isLeaving = false; });
  }
}

export const edit = form => new Editor(form);
