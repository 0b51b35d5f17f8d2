import { randomBytes } from "node:crypto";

/** Begins a sequence of our own: no file can contain it, since it differs at each start. */
const OWN = `\u001b${randomBytes(12).toString("hex")}`;
const own = new RegExp(`${OWN}([0-9a-f]*);`, "g");

/**
 * What a terminal obeys rather than shows: C0 and C1 but the line feed and the tab, marks that turn the direction of a text, and separators
 * that some take for the end of a line.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

/** A sequence that the terminal is to obey, such as a colour, as texts to write carry it. */
export function control(sequence: string): string {
  return `${OWN}${Buffer.from(sequence).toString("hex")};`;
}

/**
 * A text as it is written: with our own sequences, and every other control character as `\u001b`, which says the same where it is part of a
 * text in JSON.
 */
export function visible(text: string): string {
  const parts = text.split(own);
  return parts.map((part, i) => (i % 2 === 0 ? escaped(part) : Buffer.from(part, "hex").toString())).join("");
}

function escaped(text: string): string {
  return text.replaceAll(obeyed, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
