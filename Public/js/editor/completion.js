// People after `@` and tags after `#`, offered while they are typed: arrows choose, Enter or Tab takes, Escape closes.
// Where they cannot be had nothing happens.
import { caretPlace } from './caret.js';
import { make } from './dom.js';
import { replace } from './text.js';

const typed = /(?:^|[^\p{L}\p{M}\p{N}_/&@#])([@#])([\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,38})$/u;

const kinds = {
  '@': {
    address: (letters, post) => `/completions/people?${new URLSearchParams({ q: letters, ...(post && { post }) })}`,
    label: 'People', word: person => person.username,
    show: person => [make('bdi', { class: 'what' }, person.name), make('span', { class: 'quiet' }, `@${person.username}`)],
  },
  '#': {
    address: letters => `/completions/tags?${new URLSearchParams({ q: letters })}`,
    label: 'Tags', word: found => found.tag,
    show: ({ tag, posts }) => [make('bdi', { class: 'what' }, `#${tag}`),
      make('span', { class: 'quiet' }, `${posts.toLocaleString('en-US')} ${posts === 1 ? 'post' : 'posts'}`)],
  },
};

export const equip = ({ id, area, form, panes, say }) => {
  const post = form?.action.match(/\/posts\/([0-9a-f-]{36})\//)?.[1];
  const list = make('ul', { class: 'offers', role: 'listbox', id: `${id}-offers`, hidden: true });
  panes.append(list);
  area.setAttribute('aria-autocomplete', 'list');
  area.setAttribute('aria-controls', list.id);
  let open = null;
  let asking = null;
  let waiting;

  const close = () => {
    asking?.abort();
    clearTimeout(waiting);
    open = null;
    if (list.hidden) return;
    list.hidden = true;
    area.removeAttribute('aria-activedescendant');
    say('');
  };

  const choose = at => {
    open.at = (at + list.childElementCount) % list.childElementCount;
    [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === open.at)));
    area.setAttribute('aria-activedescendant', list.children[open.at].id);
    list.children[open.at].scrollIntoView({ block: 'nearest' });
  };

  const take = at => {
    const { from, to, sign, found } = open;
    const text = `${sign}${kinds[sign].word(found[at])} `;
    close();
    replace(area, { from, to: area.value[to] === ' ' ? to + 1 : to, text });
  };

  const show = (sign, letters, found) => {
    const to = area.selectionStart;
    list.replaceChildren(...found.map((one, at) => {
      const option = make('li', { role: 'option', id: `${list.id}-${at}` }, ...kinds[sign].show(one));
      // The textarea keeps the caret, and a phone its keyboard.
      option.addEventListener('mousedown', event => event.preventDefault());
      option.addEventListener('click', () => take(at));
      return option;
    }));
    list.setAttribute('aria-label', kinds[sign].label);
    open = { from: to - letters.length - 1, to, sign, found };
    list.hidden = false;
    const { x, y } = caretPlace(area, open.from);
    const room = panes.clientWidth - list.offsetWidth;
    list.style.left = `${Math.max(0, Math.min(area.offsetLeft + x, room))}px`;
    list.style.top = `${area.offsetTop + Math.min(y, area.clientHeight)}px`;
    say(`${found.length === 1 ? '1 suggestion' : `${found.length} suggestions`}, arrows to choose`);
    choose(0);
  };

  const look = async () => {
    const at = area.selectionStart;
    const match = at === area.selectionEnd && area.value.slice(0, at).match(typed);
    if (!match) return close();
    const [, sign, letters] = match;
    asking?.abort();
    const request = asking = new AbortController();
    try {
      const response = await fetch(kinds[sign].address(letters, post),
        { signal: request.signal, headers: { Accept: 'application/json' } });
      const found = response.ok && !response.redirected ? await response.json() : [];
      if (request.signal.aborted || area.selectionStart !== at || document.activeElement !== area) return;
      if (found.length > 0) show(sign, letters, found.slice(0, 8));
      else close();
    } catch {
      if (!request.signal.aborted) close();
    }
  };

  area.addEventListener('input', event => {
    clearTimeout(waiting);
    if (event.isComposing) return;
    if (typed.test(area.value.slice(0, area.selectionStart))) waiting = setTimeout(look, 120);
    else close();
  });
  // Before anything else that keys do in a textarea.
  area.addEventListener('keydown', event => {
    if (!open || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowDown: () => choose(open.at + 1), ArrowUp: () => choose(open.at - 1), Escape: close,
      Enter: () => take(open.at), Tab: () => take(open.at),
    }[event.key];
    if (!act) {
      if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) close();
      return;
    }
    if (event.key === 'Tab' && event.shiftKey) return close();
    event.preventDefault();
    event.stopPropagation();
    act();
  }, true);
  area.addEventListener('blur', close);
  // A phone's keyboard changes the height alone.
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth !== width) close();
    width = innerWidth;
  });
};
