import { type Message, messages } from "../../message/message.ts";
import { ImportError } from "../mrio/import-error.ts";
import type { XmlElement } from "./xml-records.ts";

const said = messages("exchange.xmlFields", {
  missing: {
    en: "{element} was expected to have {field}, but has none.",
    zh: "{element} 缺少 {field}。",
  },
  number: {
    en: '{field} of {element} was expected to be a finite number, but is "{found}".',
    zh: "{element} 的 {field} 应为有限数，实际为“{found}”。",
  },
});

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Strict reading of the fields of one file's elements. All errors are ImportErrors that name file, line, element and field. */
export class XmlFields {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  attribute(element: XmlElement, field: string): string {
    const value = element.attributes[field]?.trim();
    if (value === undefined || value === "") this.refuse(element, said.missing({ element: element.name, field }));
    return value;
  }

  /** The number of an attribute; undefined if there is none or it is empty. */
  maybeNumber(element: XmlElement, field: string): number | undefined {
    const value = element.attributes[field]?.trim();
    return value === undefined || value === "" ? undefined : this.#number(element, field, value);
  }

  number(element: XmlElement, field: string): number {
    return this.#number(element, field, this.attribute(element, field));
  }

  /** The text of a child. */
  text(element: XmlElement, child: string): string {
    const text = textOf(element, child);
    if (text === undefined) this.refuse(element, said.missing({ element: element.name, field: child }));
    return text;
  }

  numberIn(element: XmlElement, child: string): number {
    const inner = childOf(element, child);
    if (!inner) this.refuse(element, said.missing({ element: element.name, field: child }));
    return this.#number(inner, child, inner.text.trim());
  }

  maybeNumberIn(element: XmlElement, child: string): number | undefined {
    const inner = childOf(element, child);
    const text = inner?.text.trim();
    return inner === undefined || text === undefined || text === "" ? undefined : this.#number(inner, child, text);
  }

  refuse(element: { readonly line: number } | undefined, reason: Message): never {
    throw new ImportError(this.#file, element?.line, reason);
  }

  #number(element: XmlElement, field: string, text: string): number {
    const value = NUMBER.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value)) this.refuse(element, said.number({ field, element: element.name, found: text }));
    return value;
  }
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the children of a name in English, else without a language, else in the first; undefined if it is empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const children = childrenOf(element, name);
  const chosen =
    children.find(({ attributes }) => attributes.lang?.startsWith("en")) ??
    children.find(({ attributes }) => attributes.lang === undefined) ??
    children[0];
  return chosen?.text.trim() || undefined;
}

/** Whether a boolean of XML Schema is true: "true" or "1". */
export function isTrue(text: string | undefined): boolean {
  const value = text?.trim();
  return value === "true" || value === "1";
}

/** The texts of the children of a name that are in English or state no language, else the first; undefined if there are none. */
export function textsOf(element: XmlElement | undefined, name: string): string | undefined {
  const children = childrenOf(element, name);
  const own = children.filter(({ attributes }) => attributes.lang === undefined || attributes.lang.startsWith("en"));
  const texts = (own.length > 0 ? own : children.slice(0, 1)).map(({ text }) => text.trim()).filter((text) => text);
  return texts.length > 0 ? texts.join("\n") : undefined;
}
