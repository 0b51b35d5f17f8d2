import { decodeText, encodeAttribute } from "./entities.ts";

/** An attribute of a tag, with its range. */
export interface AttributeSpan {
  readonly name: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** The end of a tag, and its attributes; `closed` is false if the text ends first. */
export interface TagSpan {
  readonly end: number;
  readonly closed: boolean;
  readonly attributes: readonly AttributeSpan[];
}

const space = /[\t\n\f\r ]/;

/** Parses the attributes of a tag as HTML does, starting after its name. */
export function readTag(text: string, nameEnd: number): TagSpan {
  const attributes: AttributeSpan[] = [];
  let at = nameEnd;
  while (at < text.length) {
    const character = text[at]!;
    if (character === ">") return { end: at + 1, closed: true, attributes };
    if (character === "/" || space.test(character)) {
      at += 1;
      continue;
    }
    const attribute = readAttribute(text, at);
    if (!attribute) break;
    attributes.push(attribute);
    at = attribute.to;
  }
  return { end: text.length, closed: false, attributes };
}

/** Reads one attribute; undefined if the text ends within its quotation marks. */
function readAttribute(text: string, from: number): AttributeSpan | undefined {
  let at = from + 1; // A name may begin with any character, even “=”.
  while (at < text.length && !/[\t\n\f\r />=]/.test(text[at]!)) at += 1;
  const name = text.slice(from, at).toLowerCase();
  const nameEnd = at;
  while (at < text.length && space.test(text[at]!)) at += 1;
  if (text[at] !== "=") return { name, value: "", from, to: nameEnd };
  at += 1;
  while (at < text.length && space.test(text[at]!)) at += 1;
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, at + 1);
    if (end < 0) return undefined;
    return { name, value: decodeText(text.slice(at + 1, end), "attribute"), from, to: end + 1 };
  }
  const start = at;
  while (at < text.length && !/[\t\n\f\r >]/.test(text[at]!)) at += 1;
  return { name, value: decodeText(text.slice(start, at), "attribute"), from, to: at };
}

/** The attributes of a start tag, in order; of two with the same name, the first counts. */
export function readAttributes(tag: string): Record<string, string> {
  const found = new Map<string, string>();
  for (const { name, value } of readTag(tag, findNameEnd(tag)).attributes) {
    if (!found.has(name)) found.set(name, value);
  }
  return Object.fromEntries(found);
}

/** Sets an attribute of a start tag, or removes it if the value is null, without changing anything else. */
export function patchAttribute(tag: string, name: string, value: string | null): string {
  const { attributes, end, closed } = readTag(tag, findNameEnd(tag));
  const found = attributes.filter((attribute) => attribute.name === name);
  const [first] = found;
  if (first && first.value === value) return tag;
  let text = tag;
  for (const { from, to } of value === null ? found.toReversed() : []) {
    const before = text.slice(0, from).replace(/[\t\n\f\r ]+$/, "");
    // Adjacent attributes without white space between them must not be joined.
    text = before + text.slice(to).replace(/^(?=[^\t\n\f\r />])/, " ");
  }
  if (value === null) return text;
  if (first) {
    const quote = /=[\t\n\f\r ]*'/.test(tag.slice(first.from, first.to)) ? "'" : '"';
    return tag.slice(0, first.from) + renderAttribute(name, value, quote) + tag.slice(first.to);
  }
  const lastOne = attributes.at(-1);
  // After an attribute with a missing value (`name=`), new text would be parsed as its value.
  const whole = lastOne && !/=[\t\n\f\r ]*$/.test(tag.slice(lastOne.from, lastOne.to));
  const last = whole ? lastOne.to : findNameEnd(tag);
  const rest = tag.slice(last, closed ? end : undefined);
  return `${tag.slice(0, last)} ${renderAttribute(name, value, value.includes('"') ? "'" : '"')}${rest}`;
}

/** Writes an attribute; an empty value is written as the bare name. */
export function renderAttribute(name: string, value: string, quote: '"' | "'" = '"'): string {
  return value === "" ? name : `${name}=${quote}${encodeAttribute(value, quote)}${quote}`;
}

/** Whether HTML parses an attribute's name unchanged. */
export function isAttributeName(name: string): boolean {
  return /^[^\t\n\f\r />=A-Z\0]+$/.test(name);
}

function findNameEnd(tag: string): number {
  const end = tag.slice(1).search(/[\t\n\f\r />]/);
  return end < 0 ? tag.length : end + 1;
}
