// Makes writing easier in every `textarea[data-editor]`. What that takes is fetched once one comes into sight, because
// most who read a thread do not get as far as its end; when it cannot be had, the textarea works alone.
const parts = ['frame', 'toolbar', 'preview', 'uploads', 'completion'];

const equip = async area => {
  try {
    const [{ frame }, ...rest] = await Promise.all(parts.map(part => import(`./editor/${part}.js`)));
    const editor = frame(area);
    for (const part of rest) part.equip(editor);
  } catch (fault) {
    console.warn('The editor could not be loaded', fault);
  }
};

const sight = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    equip(target);
  }
}, { rootMargin: '400px' });

const watch = root => {
  for (const area of root.querySelectorAll('textarea[data-editor]')) sight.observe(area);
};
watch(document);
// A form that came later says so itself.
document.addEventListener('quad:form', event => watch(event.target));
