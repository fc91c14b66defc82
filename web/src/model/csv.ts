/** The beginning of a table, as a person would see it: its header and a few rows. */
export interface TablePreview {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The text of a file's first bytes, in the encoding that they show: UTF-16 as spreadsheets write it,
 * UTF-8, or what older programs write where it is neither.
 */
export function decode(bytes: Uint8Array): string {
  const text = (encoding: string, fatal = false) =>
    new TextDecoder(encoding, { fatal }).decode(bytes, { stream: true });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return text('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return text('utf-16be');
  if (bytes[0] !== 0 && bytes[1] === 0) return text('utf-16le');
  if (bytes[0] === 0 && bytes[1] !== 0) return text('utf-16be');
  try {
    return text('utf-8', true);
  } catch {
    return text('windows-1252');
  }
}

/** Reads the first rows of delimited text; a last row that the text cuts short is left out. */
export function previewOf(text: string, mostRows: number): TablePreview {
  const delimiter = delimiterOf(text);
  const rows = rowsOf(text.replace(/^\uFEFF/, ''), delimiter, mostRows + 1);
  const [header = [], ...body] = rows;
  return { columns: header.map((name) => name.trim()), rows: body };
}

/** The one that occurs most in the header. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  const uses = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (uses(next) > uses(best) ? next : best));
}

function rowsOf(text: string, delimiter: string, most: number): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length && rows.length < most; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === delimiter) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  const isWhole = rows.length < most && !quoted && (row.length > 0 || cell !== '');
  return isWhole && (rows.length === 0 || row.length + 1 === rows[0]?.length)
    ? [...rows, [...row, cell]]
    : rows;
}
