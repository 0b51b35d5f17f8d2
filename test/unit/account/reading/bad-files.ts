import { CFB, utils, write } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";

export type Rows = readonly (readonly unknown[])[];

/** A workbook in a format of the library: xlsx, ods, biff8. */
export function bookOf(sheets: Readonly<Record<string, Rows>>, type = "xlsx"): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), name);
  return Uint8Array.from(write(book, { type: "buffer", bookType: type as "xlsx" }) as Uint8Array);
}

export const fuels: Rows = [
  ["Fuel", "Amount", "Unit"],
  ["Diesel", 100, "L"],
  ["Natural gas", 500, "kWh"],
];

export function textFile(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(strToU8(text));
}

export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const bytes = Object.entries(parts).map(([path, part]) => [path, typeof part === "string" ? strToU8(part) : part]);
  return Uint8Array.from(zipSync(Object.fromEntries(bytes)));
}

/** The streams of a package with a password (MS-OFFCRYPTO 1.3.1): what is inside is not to be had without it. */
export function lockedXlsx(): Uint8Array<ArrayBuffer> {
  const container = CFB.utils.cfb_new();
  const add = (path: string, bytes: Uint8Array) => CFB.utils.cfb_add(container, path, bytes as never);
  const info =
    '<?xml version="1.0"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"><keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="AAAAAAAAAAAAAAAAAAAAAA=="/></encryption>';
  add("/EncryptionInfo", Uint8Array.from([4, 0, 4, 0, 0x40, 0, 0, 0, ...strToU8(info)]));
  add("/EncryptedPackage", noise(4_104));
  add("/\u0006DataSpaces/Version", new Uint8Array(76));
  return cfbBytes(container);
}

/** A workbook of Excel 97 whose stream says behind its first record that all others are encrypted (MS-XLS 2.4.117, FilePass). */
export function lockedXls(): Uint8Array<ArrayBuffer> {
  const container = CFB.read(bookOf({ One: fuels }, "biff8"), { type: "array" });
  const stream = CFB.find(container, "/Workbook")!;
  const content = Uint8Array.from(stream.content as Uint8Array);
  const begin = 4 + new DataView(content.buffer).getUint16(2, true);
  const pass = [0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...noise(48)];
  const locked = Uint8Array.from([...content.subarray(0, begin), ...pass, ...content.subarray(begin)]);
  Object.assign(stream, { content: locked, size: locked.length });
  return cfbBytes(container);
}

/** An OpenDocument whose list of parts says that they are encrypted (ODF 1.3 part 2, 3.16). */
export function lockedOds(): Uint8Array<ArrayBuffer> {
  const manifest =
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="900"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>';
  return zipOf({
    ...unzipSync(bookOf({ One: fuels }, "ods")),
    "content.xml": noise(900),
    "META-INF/manifest.xml": manifest,
  });
}

/** A workbook that has a sheet that is a chart, and no other. */
export function chartBook(): Uint8Array<ArrayBuffer> {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipOf({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Chart1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${relations}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
    "xl/chartsheets/sheet1.xml": `<chartsheet xmlns="${main}"/>`,
  });
}

/**
 * A workbook whose one sheet is a pivot table of renamed heads, from rows that only its cache has: the sheet that they stood in is deleted
 * (ECMA-376 part 1, 18.10).
 */
export function pivotBook(data?: Rows): Uint8Array<ArrayBuffer> {
  const pivot: Rows = [
    ["Fuel", "Litres used (L)"],
    ["Diesel", 100],
    ["Petrol", 50],
    ["Grand Total", 150],
  ];
  const parts = unzipSync(bookOf({ Report: pivot, ...(data ? { Data: data } : {}) }));
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return zipOf({
    ...parts,
    "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>`,
    "xl/pivotTables/pivotTable1.xml": `<pivotTableDefinition xmlns="${main}" name="P" cacheId="1" dataCaption="Values"><location ref="A1:B4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`,
    "xl/pivotCache/pivotCacheDefinition1.xml": `<pivotCacheDefinition xmlns="${main}" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A1:C3" sheet="Gone"/></cacheSource></pivotCacheDefinition>`,
    "xl/pivotCache/pivotCacheRecords1.xml": `<pivotCacheRecords xmlns="${main}" count="1"><r><s v="Diesel"/><n v="100"/></r></pivotCacheRecords>`,
  });
}

/** Bytes that are no file of any kind, the same in each run. */
export function noise(count: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(count).map((_, i) => (i * 7919 + ((i * i) >> 3)) & 255);
}

function cfbBytes(container: ReturnType<typeof CFB.utils.cfb_new>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(CFB.write(container, { type: "array" }) as unknown as number[]);
}
