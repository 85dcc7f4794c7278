// A link to a place that has left the first page since leads on to the comment's own page.
const place = /^#c(\d+)$/.exec(location.hash);
const last = document.querySelector('.thread[data-last]')?.dataset.last;
if (place && last && Number(place[1]) <= Number(last) && !document.getElementById(place[0].slice(1))) {
  location.replace(`?comment=${Number(place[1])}${place[0]}`);
}
