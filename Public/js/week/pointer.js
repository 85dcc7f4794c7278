// Painting with a mouse, a pen or a finger: sideways paints or clears, up and down scrolls, a tap is an hour, an edge
// that is pulled moves by quarter hours.
import { fromMonday, perDay, spans } from './slots.js';

const rowHeight = 44;
// From here on a finger means to paint, and this close to an edge it means the edge: in pixels.
const [slack, nearMouse, nearFinger] = [5, 6, 12];

export const paintWith = (week, cells) => {
  const { grid } = cells;
  let stroke = null;

  const place = event => {
    const box = grid.getBoundingClientRect();
    const row = Math.min(6, Math.max(0, Math.floor((event.clientY - box.top) / rowHeight)));
    const total = (week.closing - week.opening) * 4;
    const exact = Math.min(total, Math.max(0, (event.clientX - box.left) / box.width * total));
    return { row, day: fromMonday[row], exact: exact + week.opening * 4, perQuarter: box.width / total };
  };
  const quarterAt = ({ exact }) => Math.min(week.closing * 4 - 1, Math.floor(exact));

  // The edge of a block that lies there: the block, and which of its ends.
  const edge = (at, event) => {
    if (!week.isPainting) return null;
    const near = (event.pointerType === 'mouse' ? nearMouse : nearFinger) / at.perQuarter;
    for (const span of spans(week.free, at.day)) {
      for (const end of [0, 1]) if (Math.abs(span[end] - at.exact) <= near) return { span, end };
    }
    return null;
  };

  const strokeTo = at => {
    const start = stroke.at.day * perDay;
    if (stroke.edge) {
      const { span, end } = stroke.edge;
      const to = Math.round(at.exact);
      const [from, until] = end === 0 ? [Math.min(to, span[1]), span[1]] : [span[0], Math.max(to, span[0])];
      week.preview(stroke.base, [start + span[0], start + span[1]], [start + from, start + until]);
      return;
    }
    const [one, other] = [quarterAt(stroke.at), quarterAt(at)];
    const range = [start + Math.min(one, other), start + Math.max(one, other) + 1];
    week.preview(stroke.base, week.isPainting ? null : range, week.isPainting ? range : null);
  };

  grid.addEventListener('pointerdown', event => {
    if (event.button !== 0 || !event.isPrimary) return;
    const at = place(event);
    stroke = { at, x: event.clientX, edge: edge(at, event), base: week.free.slice(), isMoving: false };
  });
  grid.addEventListener('pointermove', event => {
    const at = place(event);
    if (!stroke) {
      grid.style.cursor = event.pointerType === 'mouse' && edge(at, event) ? 'ew-resize' : '';
      return;
    }
    if (!stroke.isMoving) {
      if (Math.abs(event.clientX - stroke.x) < slack) return;
      stroke.isMoving = true;
      grid.setPointerCapture(event.pointerId);
    }
    strokeTo(at);
  });
  grid.addEventListener('pointerup', event => {
    if (!stroke) return;
    const { at, base, isMoving } = stroke;
    if (isMoving) {
      strokeTo(place(event));
      week.keep(base);
    } else {
      const hour = Math.floor(quarterAt(at) / 4) * 4;
      week.paint([0, 1, 2, 3].map(quarter => at.day * perDay + hour + quarter));
    }
    stroke = null;
    cells.point(at.row, quarterAt(at));
    cells.at.focus({ preventScroll: true });
  });
  // The page scrolls instead.
  grid.addEventListener('pointercancel', () => {
    if (stroke?.isMoving) week.preview(stroke.base, null, null);
    stroke = null;
  });
};
