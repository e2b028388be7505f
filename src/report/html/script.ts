/** What the page does when it is pointed at and when a heading is pressed. It reads well without. */
export const SCRIPT = `
(() => {
  const tip = document.createElement('div');
  tip.id = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);
  document.addEventListener('pointermove', (event) => {
    const mark = event.target.closest('[data-tip]');
    tip.hidden = !mark;
    if (!mark) return;
    tip.textContent = mark.dataset.tip;
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = Math.max(4, Math.min(innerWidth - width - 4, event.clientX + 12)) + 'px';
    tip.style.top = Math.max(4, event.clientY - height - 10) + 'px';
  });
  const valueOf = (row, place) => {
    const cell = row.cells[place];
    return cell.dataset.by === undefined ? cell.textContent : Number(cell.dataset.by);
  };
  for (const table of document.querySelectorAll('table.sortable')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const body = table.tBodies[0];
        const rows = [...body.rows].sort((a, b) => {
          const [x, y] = [valueOf(a, place), valueOf(b, place)];
          return typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
        });
        body.append(...(down ? rows.reverse() : rows));
      });
    });
  }
})();
`;
