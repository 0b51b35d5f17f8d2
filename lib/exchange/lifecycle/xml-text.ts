/** The value of an attribute or the text of an element; what is undefined is left out. */
type Value = string | number | boolean | undefined;

/** A part of a document that is being written. */
export interface XmlPart {
  readonly name: string;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly content: string | readonly XmlPart[];
}

/** An element with text or with elements. Parts that are undefined or false are left out. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  content: Value | readonly (XmlPart | undefined | false)[] = [],
): XmlPart {
  if (typeof content === "object")
    return { name, attributes, content: content.filter((part) => part !== undefined && part !== false) };
  return { name, attributes, content: content === undefined ? "" : textOfValue(content) };
}

/** An XML 1.0 document in UTF-8. */
export function xmlDocument(root: XmlPart): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}\n`;
}

function written({ name, attributes, content }: XmlPart, indent: string): string {
  let head = `${indent}<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) head += ` ${key}="${attributeText(textOfValue(value))}"`;
  if (typeof content === "string") return content === "" ? `${head}/>` : `${head}>${elementText(content)}</${name}>`;
  if (content.length === 0) return `${head}/>`;
  return `${head}>\n${content.map((part) => written(part, `${indent} `)).join("\n")}\n${indent}</${name}>`;
}

function textOfValue(value: Exclude<Value, undefined>): string {
  return typeof value === "number" ? numberText(value) : String(value);
}

/** A number as XML Schema writes doubles; −0 as 0. */
function numberText(value: number): string {
  return value === 0 ? "0" : String(value).replace("e+", "E").replace("e", "E");
}

function elementText(text: string): string {
  return allowed(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** Line breaks and tabs of attributes would be read as spaces. */
function attributeText(text: string): string {
  return elementText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** Without the characters that XML 1.0 has no way to write. */
function allowed(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, "\ufffd");
}
