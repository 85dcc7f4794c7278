// A line in a form that says something, and buttons that end it: `[words, style, act]` each.
export const note = (words, ...acts) => {
  const line = document.createElement('div');
  line.className = 'flash wait draft-note';
  const text = document.createElement('p');
  text.setAttribute('role', 'status');
  text.textContent = words;
  line.append(text);
  for (const [label, style, act] of acts) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `button ${style}`;
    button.textContent = label;
    button.addEventListener('click', () => {
      line.remove();
      act();
    });
    line.append(button);
  }
  return line;
};
