import { crc32 } from 'node:zlib';

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
