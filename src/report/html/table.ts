import { glue } from './glue.ts';
import { html, type Markup } from './markup.ts';

/** A cell: what is shown, and what it is sorted by where that is not the text. */
export type Cell = string | Markup | { show: string | Markup; by: number };

export interface Column {
  title: string;
  /** Numbers stand at the right. */
  numeric?: boolean;
}

/** A table with its name; its first column names the row. Sorted by the small script where there is one. */
export function dataTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="sortable">
<caption>${caption}</caption>
<thead><tr>${columns.map(({ title, numeric }) => html`<th scope="col"${numeric ? html` class="number"` : ''}>${title}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) => html`<tr>${row.map((cell, i) => renderCell(cell, i, columns[i]?.numeric === true))}</tr>
`,
)}</tbody></table></div>`;
}

function renderCell(cell: Cell, place: number, numeric: boolean): Markup {
  const isPair = typeof cell === 'object' && 'by' in cell;
  const shown = isPair ? cell.show : cell;
  const by = isPair ? html` data-by="${Math.round(cell.by * 1e6) / 1e6}"` : '';
  if (place === 0) return html`<th scope="row"${by}>${shown}</th>`;
  return html`<td${numeric ? html` class="number"` : ''}${by}>${shown}</td>`;
}

/** A chart with what it shows in words, and the table behind it. */
export function figure(title: string, about: string, chart: Markup, table: Markup): Markup {
  return html`<figure>
<figcaption><h3>${title}</h3><p>${glue(about)}</p></figcaption>
${chart}
<details><summary>The numbers behind “${title}”</summary>
${table}
</details>
</figure>
`;
}
