/** Every way in which a right answer may be written, by kind of what is written. */

const FULLWIDTH = 0xff10 - 0x30;

/** Ways to write a finite number whose shortest form is a plain decimal. */
export function numberForms(value: number): string[] {
  const plain = String(value);
  const [whole = '', part] = plain.split('.');
  const forms = [
    plain,
    ` ${plain} `,
    `${plain}\u200B`,
    `(${plain})`,
    `--${plain}`.replace('---', '-'),
    plain.replace('-', '−'),
    plain.replace(/^0\./, '.').replace(/^-0\./, '-.'),
    plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULLWIDTH)),
    `${plain}*1`,
    `2*${plain}/2`,
    `${plain}e0`,
    `${plain}×10^0`,
    value.toExponential(),
    value.toExponential().toUpperCase(),
    value.toExponential().replace('e', '·10^').replace('+', ''),
    `${value * 8}/8`,
    `${value * 4} ÷ 4`,
  ];
  if (value >= 0)
    forms.push(`+${plain}`, `sqrt(${plain})^2`, `abs(-${plain})`, `√${plain}*√${plain}`);
  if (part === undefined) forms.push(`${plain}.`, `${plain}.0`, ...grouped(plain));
  else if (part.length !== 3 || !/^-?[1-9]\d{0,2}$/.test(whole)) forms.push(`${whole},${part}`);
  return forms;
}

function grouped(whole: string): string[] {
  const groups = (separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const commas = groups(',');
  const marks = [' ', '_', '\u00A0', '\u2009', '\u202F'].map(groups);
  return commas.split(',').length === 2 ? [...marks, `${commas}.0`] : [...marks, commas];
}

export function vectorForms(entries: readonly string[]): string[] {
  const list = entries.join(', ');
  const many =
    entries.length > 1 ? [list, entries.join(' '), entries.join(' ; '), entries.join('\n')] : [];
  return [
    ...many,
    ...[
      `[${list}]`,
      `(${list})`,
      `<${list}>`,
      `{${list}}`,
      `⟨${list}⟩`,
      `[${list},]`,
      `[${list}]^T`,
    ],
    ...[
      `[${entries.join(' ')}]`,
      `[${entries.join(';')}]`,
      `np.array([${list}])`,
      `tensor([${list}])`,
    ],
  ];
}

export function matrixForms(rows: readonly (readonly string[])[]): string[] {
  const nested = rows.map((row) => `[${row.join(', ')}]`);
  const bare = (cell: string, row: string) => rows.map((entries) => entries.join(cell)).join(row);
  const flat =
    rows.length > 1
      ? [
          bare(' ', '; '),
          bare(', ', ';'),
          bare(' ', '\n'),
          `[${bare(' ', '; ')}]`,
          bare(' ', ';\n'),
          nested.join('\n'),
        ]
      : [];
  return [
    ...flat,
    ...[`[${nested.join(', ')}]`, `[${nested.join('\n ')}]`],
    ...[`(${nested.join(',').replaceAll('[', '(').replaceAll(']', ')')},)`.replace(',)', ')')],
    ...[`array([${nested.join(',\n       ')}])`],
  ];
}

export function shapeForms(shape: readonly number[] | null): string[] {
  if (!shape) return ['undefined', 'Undefined', 'error', 'not defined', '-', '—'];
  if (shape.length === 0) return ['()', '[]', 'scalar', 'torch.Size([])', '( )'];
  const list = shape.join(', ');
  const many = shape.length > 1 ? [shape.join('x'), shape.join(' × '), shape.join(' '), list] : [];
  const bracketed = [`(${list},)`, `[${list}]`, `torch.Size([${list}])`, `(${shape.join(' ')})`];
  return [...many, ...bracketed, ` ( ${list} , ) `, `${list},`];
}

/** Ids in a row, for kinds answered with letters. */
export function idForms(ids: readonly string[]): string[] {
  const upper = ids.map((id) => id.toUpperCase());
  const wide = ids.map((id) => String.fromCharCode(id.charCodeAt(0) + 0xfee0));
  return [
    ...[
      ids.join(' '),
      ids.join(','),
      ids.join(', '),
      ids.join(''),
      upper.join(''),
      upper.join(' '),
    ],
    ...[
      ids.join(';'),
      `${ids.join('. ')}.`,
      `${ids.join(') ')})`,
      wide.join(' '),
      JSON.stringify(ids),
    ],
  ];
}

export function termForms(term: string): string[] {
  return [
    ...[term, term.toUpperCase(), ` ${term} `, `the ${term}`, `${term}.`, `"${term}"`, `“${term}”`],
    ...[term.replaceAll(' ', '-'), term.replaceAll(' ', ''), term.replaceAll(' ', '_')],
    ...[
      term.replaceAll('ize', 'ise').replaceAll('ization', 'isation'),
      /[s\d]$/.test(term) ? term : `${term}s`,
    ],
  ];
}
