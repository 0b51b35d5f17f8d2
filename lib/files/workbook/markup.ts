/** What the text of a file is by how it begins: a page of the web, the XML of Excel 2003, or other XML. */
export type Markup = "page" | "workbook" | "other";

/** Characters in which a workbook in XML says what it is. */
const HEAD = 2_000;

/** The markup that bytes begin with, whatever the name of their file; null for none. Texts in UTF-16 are known without their zero bytes. */
export function markupOf(bytes: Uint8Array): Markup | null {
  const begin = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD)).replaceAll("\0", "");
  const [, tag] = /^[^\w<]{0,20}(?:<!--[\s\S]*?-->\s*)*<([?!]?[a-z]\w*)/i.exec(begin) ?? [];
  if (tag === undefined) return null;
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(begin) && !/<html/i.test(begin))
    return "workbook";
  return /^(?:html|head|body|meta|table|style|script|title|div|p|!doctype)$/i.test(tag) || /<html[\s>]/i.test(begin)
    ? "page"
    : "other";
}
