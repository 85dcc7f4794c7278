// The week as a grid of quarter hours for keys and screen readers, lying over the picture; and where the keys are.
import { clock, fromMonday, fullClock, long, perDay, short } from './slots.js';

export class Cells {
  // `week` says what is free and what is taken, and takes what the keys ask for.
  constructor(week) {
    this.week = week;
    this.grid = document.createElement('div');
    this.grid.className = 'cells';
    this.grid.setAttribute('role', 'grid');
    this.grid.setAttribute('aria-label', 'Your week in quarter hours, a row a day');
    this.grid.setAttribute('aria-multiselectable', 'true');
    [this.row, this.quarter] = [0, Math.max(36, week.opening * 4)];
    this.grid.addEventListener('keydown', event => this.press(event));
    this.grid.addEventListener('focusin', event => {
      const place = event.target.dataset?.slot;
      if (place === undefined) return;
      this.point(fromMonday.indexOf(Math.floor(place / perDay)), place % perDay);
    });
    this.build();
  }

  build() {
    const [first, last] = [this.week.opening * 4, this.week.closing * 4];
    this.grid.style.setProperty('--quarters', last - first);
    this.grid.setAttribute('aria-colcount', last - first + 1);
    this.cells = new Map();
    this.grid.replaceChildren(...fromMonday.map(day => {
      const row = document.createElement('div');
      row.setAttribute('role', 'row');
      const head = document.createElement('span');
      head.className = 'sr-only';
      head.setAttribute('role', 'rowheader');
      head.textContent = long[day];
      row.append(head);
      for (let quarter = first; quarter < last; quarter += 1) row.append(this.cell(day * perDay + quarter));
      return row;
    }));
    this.show();
    this.at.tabIndex = 0;
  }

  cell(slot) {
    const cell = document.createElement('div');
    cell.setAttribute('role', 'gridcell');
    cell.tabIndex = -1;
    cell.dataset.slot = slot;
    this.cells.set(slot, cell);
    return cell;
  }

  // What each cell says follows the week.
  show() {
    for (const [slot, cell] of this.cells) {
      const isTaken = this.week.taken[slot] === 1;
      const isFree = String(this.week.free[slot] === 1);
      if (cell.getAttribute('aria-selected') === isFree) continue;
      cell.setAttribute('aria-selected', isFree);
      if (isTaken) cell.setAttribute('aria-disabled', 'true');
      cell.setAttribute('aria-label', fullClock(slot % perDay) + (isTaken ? ', taken' : ''));
    }
  }

  get slot() {
    return fromMonday[this.row] * perDay + this.quarter;
  }

  get at() {
    return this.cells.get(this.slot);
  }

  // "Tue 17:15–17:30", and what it is.
  get words() {
    const { free, taken } = this.week;
    const time = `${clock(this.quarter)}–${clock(this.quarter + 1)}`;
    const state = taken[this.slot] ? ', taken by your timetable.'
      : free[this.slot] ? ', free. Space clears it.' : ', not free. Space paints it.';
    return [`${short[fromMonday[this.row]]} ${time}`, state];
  }

  point(row, quarter) {
    if (this.at) this.at.tabIndex = -1;
    [this.row, this.quarter] = [row, quarter];
    this.at.tabIndex = 0;
    this.week.say(this.words);
  }

  // - Returns: whether there is such a place.
  move(rows, quarters) {
    const [row, quarter] = [this.row + rows, this.quarter + quarters];
    if (row < 0 || row > 6 || quarter < 0 || quarter >= perDay) return false;
    if (quarter < this.week.opening * 4 || quarter >= this.week.closing * 4) this.week.widen();
    this.point(row, quarter);
    this.at.focus();
    return true;
  }

  press(event) {
    if (event.altKey) return;
    const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    const step = steps[event.key];
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z') return;
      this.week.undo();
    } else if (step && event.shiftKey) {
      const from = this.slot;
      if (this.move(...step)) this.week.paint([from, this.slot]);
    } else if (step) {
      this.move(...step);
    } else if (event.key === ' ' || event.key === 'Enter') {
      this.week.paint([this.slot], this.week.free[this.slot] === 0);
    } else if (event.key === 'Home') {
      this.move(0, this.week.opening * 4 - this.quarter);
    } else if (event.key === 'End') {
      this.move(0, this.week.closing * 4 - 1 - this.quarter);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.week.clearBlock(this.slot);
    } else {
      return;
    }
    event.preventDefault();
    this.week.say(this.words);
  }
}
