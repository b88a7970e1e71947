
const filter = document.getElementById('filter');
const count = document.getElementById('count');
const rows = [...document.querySelectorAll('.routes tbody tr')];
const text = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
function show() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => text.get(row).includes(word));
    shown += row.hidden ? 0 : 1;
  }
  count.textContent = words.length ? `${shown} of ${rows.length} routes` : `${rows.length} routes`;
}
filter.addEventListener('input', show);
show();
