import { deserialize, serialize, toNotebook } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";

const { window } = new JSDOM();

/** Reads a file as Notebook Kit does. */
export function readWithKit(text: string) {
  return deserialize(text, { parser: new window.DOMParser() });
}

/** Writes a file as Notebook Kit does. */
export function writeWithKit(spec: Parameters<typeof toNotebook>[0]): string {
  return serialize(toNotebook(spec), { document: window.document });
}
