// Pictures and files, dragged, pasted or chosen: each says how far it is, and stands in the text once it has arrived.
import { askWhatItShows } from './description.js';
import { button, make } from './dom.js';
import { replace, replaceElsewhere } from './text.js';

const most = 10 * 1024 * 1024;
const address = '/attachments';

export const equip = editor => {
  const { area, form, box, lines, say } = editor;
  const queue = [];
  let current = null;
  const chooser = make('input', { type: 'file', multiple: true, hidden: true });
  box.append(chooser);
  box.addEventListener('quad:choose', () => chooser.click());
  chooser.addEventListener('change', () => {
    add(chooser.files);
    chooser.value = '';
  });

  area.addEventListener('paste', event => {
    // A copied table or page comes as words and as a picture of them: the words are meant.
    const { files } = event.clipboardData;
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    add(files);
  });

  const hasFiles = event => event.dataTransfer?.types.includes('Files');
  box.addEventListener('dragover', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    box.dataset.dropping = '';
  });
  box.addEventListener('dragleave', event => {
    if (!box.contains(event.relatedTarget)) delete box.dataset.dropping;
  });
  box.addEventListener('drop', event => {
    delete box.dataset.dropping;
    if (!hasFiles(event)) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  });

  const add = files => {
    for (const file of files) {
      if (file.size > most) fail(file, `${file.name} is larger than 10 MiB, the most for one file.`);
      else queue.push(begin(editor, file));
    }
    next();
  };

  const fail = (file, words) => {
    const line = make('p', { class: 'arrival error' }, words, button({ class: 'button bare' }, 'All right', () => line.remove()));
    lines.append(line);
    say(words);
  };

  const next = () => {
    if (current || queue.length === 0) return;
    current = queue.shift();
    const { file, mark, line } = current;
    const end = words => {
      current = null;
      line.remove();
      if (words) fail(file, words);
      next();
    };
    current.send = send(file, {
      progress: percent => line.firstChild.replaceChildren(`Uploading ${file.name}, ${percent} %`),
      arrived: ({ markdown, isImage }) => {
        if (!replaceElsewhere(area, mark, markdown)) replace(area, { ...selection(area), text: markdown });
        end();
        say(`${file.name} is in your text.`);
        if (isImage) askWhatItShows(editor, file.name, markdown);
      },
      failed: words => {
        takeOut(area, mark);
        end(words);
      },
    });
  };

  // Takes a file back, before or while it is sent.
  editor.cancel = upload => {
    takeOut(area, upload.mark);
    upload.line.remove();
    upload.send?.abort();
    const at = queue.indexOf(upload);
    if (at >= 0) queue.splice(at, 1);
    else current = null;
    next();
  };

  form?.addEventListener('submit', event => {
    if (!current) return;
    event.preventDefault();
    say(`${current.file.name} is still on its way. Wait for it, or cancel it.`);
  });
};

const takeOut = (area, mark) => replaceElsewhere(area, `${mark}\n`, '') || replaceElsewhere(area, mark, '');
const selection = area => ({ from: area.selectionStart, to: area.selectionEnd });

// The line that says how far a file is, and what stands for it in the text meanwhile.
const begin = (editor, file) => {
  const { area, lines } = editor;
  let mark = `![Uploading ${file.name}…]()`;
  for (let number = 2; area.value.includes(mark); number += 1) mark = `![Uploading ${file.name} (${number})…]()`;
  const upload = { file, mark };
  upload.line = make('p', { class: 'arrival' }, make('span', {}, `${file.name} waits`),
    button({ class: 'button bare', 'aria-label': `Cancel ${file.name}` }, 'Cancel', () => editor.cancel(upload)));
  lines.append(upload.line);
  const before = area.value.slice(0, area.selectionStart);
  replace(area, { ...selection(area), text: `${before === '' || /\s$/.test(before) ? '' : '\n'}${mark}\n` });
  return upload;
};

const send = (file, { progress, arrived, failed }) => {
  const request = new XMLHttpRequest();
  const lost = `${file.name} didn’t arrive. Check your connection and add it again.`;
  request.open('POST', address);
  request.setRequestHeader('Accept', 'application/json');
  request.responseType = 'json';
  request.upload.addEventListener('progress', event => {
    if (event.lengthComputable) progress(Math.floor(100 * event.loaded / event.total));
  });
  request.addEventListener('load', () => {
    const answer = request.response;
    if (request.status === 201 && answer?.markdown) arrived(answer);
    else failed(answer?.message ?? lost);
  });
  for (const end of ['error', 'timeout']) request.addEventListener(end, () => failed(lost));
  const body = new FormData();
  body.append('file', file, file.name);
  request.send(body);
  return request;
};
