import { crc32, inflateRawSync } from 'node:zlib';

const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Bytes of an Excel workbook: each sheet a name and its rows of texts. */
export function sheetFile(sheets) {
  const names = Object.keys(sheets);
  const parts = {
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="${KIND}"><sheets>${names
      .map((name, at) => `<sheet name="${name}" r:id="r${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(names.map((_, at) => ['worksheet', `s${at}.xml`])),
  };
  names.forEach((name, at) => {
    parts[`xl/s${at}.xml`] =
      `<worksheet><sheetData>${sheets[name].map(row).join('')}</sheetData></worksheet>`;
  });
  return zip(parts);
}

const ACCOUNTS = 'xl/worksheets/sheet2.xml';

/**
 * A scenario's workbook as somebody saves it after choosing territories: what the last cells of its
 * first rows say is replaced, each text by what the function makes of it.
 */
export function editedSheet(bytes, ...edits) {
  const parts = unzipped(bytes);
  let number = -1; // the header comes first
  parts[ACCOUNTS] = parts[ACCOUNTS].replace(/<row .*?<\/row>/gs, (xml) => {
    number++;
    const edit = edits[number - 1];
    return edit ? xml.replace(/(<t[^>]*>)([^<]*)(<\/t>(?!.*<t).*)$/s, changedBy(edit)) : xml;
  });
  return zip(parts);
}

function changedBy(edit) {
  return (_, before, text, after) => before + edit(text) + after;
}

/** The texts of an archive's parts by name. */
function unzipped(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  const parts = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, note] = [28, 30, 32].map((of) => bytes.readUInt16LE(at + of));
    const head = bytes.readUInt32LE(at + 42);
    const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const body = bytes.subarray(start, start + size);
    parts[bytes.toString('utf8', at + 46, at + 46 + name)] = (
      method === 8 ? inflateRawSync(body) : body
    ).toString('utf8');
    at += 46 + name + extra + note;
  }
  return parts;
}

function row(cells) {
  return `<row>${cells.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`;
}

function relations(targets) {
  return `<Relationships>${targets
    .map(
      ([kind, target], at) =>
        `<Relationship Id="r${at}" Type="${KIND}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
}

/** An archive whose parts are stored as they are. */
function zip(parts) {
  const bodies = [];
  const list = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), bytes]);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name)]));
    bodies.push(body);
    at += body.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06'), end]);
}
