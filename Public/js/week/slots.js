// A week as 672 quarter hours, Sunday 0:00 first, each 1 or 0; and its times in words.
export const perDay = 96;
export const fromMonday = [1, 2, 3, 4, 5, 6, 0];
export const short = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
export const long = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const read = hexadecimal => Uint8Array.from([...hexadecimal].flatMap(digit => {
  const value = parseInt(digit, 16);
  return [value >> 3 & 1, value >> 2 & 1, value >> 1 & 1, value & 1];
}));

export const write = week => {
  let text = '';
  for (let slot = 0; slot < week.length; slot += 4) {
    text += (week[slot] * 8 + week[slot + 1] * 4 + week[slot + 2] * 2 + week[slot + 3]).toString(16);
  }
  return text;
};

export const isSame = (one, other) => one.every((value, slot) => value === other[slot]);

// The longest runs of a day, in quarter hours after midnight.
export const spans = (week, day) => {
  const found = [];
  let start = -1;
  for (let quarter = 0; quarter <= perDay; quarter += 1) {
    const isIn = quarter < perDay && week[day * perDay + quarter] === 1;
    if (isIn && start < 0) start = quarter;
    if (!isIn && start >= 0) {
      found.push([start, quarter]);
      start = -1;
    }
  }
  return found;
};

export const clock = quarter => {
  const hour = Math.floor(quarter / 4);
  return quarter % 4 === 0 ? String(hour) : `${hour}:${quarter % 4 * 15}`;
};
export const fullClock = quarter => quarter % 4 === 0 ? `${quarter / 4}:00` : clock(quarter);
export const spanWords = ([from, to]) => `${clock(from)}–${clock(to)}`;

export const hours = week => {
  const quarters = week.reduce((sum, value) => sum + value, 0);
  if (quarters === 0) return 'No hours';
  const whole = Math.floor(quarters / 4);
  return `${whole === 0 ? '' : whole}${['', '¼', '½', '¾'][quarters % 4]} hour${quarters > 4 ? 's' : ''}`;
};

// What changed, as one would say it: "Tue until 17:30", "Mon 9–11 cleared".
export const changes = (before, after) => fromMonday.flatMap(day => {
  const start = day * perDay;
  const added = new Uint8Array(after.length);
  const removed = new Uint8Array(after.length);
  for (let slot = start; slot < start + perDay; slot += 1) {
    added[slot] = after[slot] & ~before[slot];
    removed[slot] = before[slot] & ~after[slot];
  }
  const words = [
    ...spans(added, day).map(([from, to]) => {
      const goesOn = from > 0 && before[start + from - 1] === 1 && after[start + from - 1] === 1;
      const leads = to < perDay && before[start + to] === 1 && after[start + to] === 1;
      const time = goesOn && !leads ? `until ${clock(to)}` : leads && !goesOn ? `from ${clock(from)}`
        : spanWords([from, to]);
      return [from, `${short[day]} ${time}`];
    }),
    ...spans(removed, day).map(span => [span[0], `${short[day]} ${spanWords(span)} cleared`]),
  ];
  return words.sort((one, other) => one[0] - other[0]).map(([, text]) => text);
});
