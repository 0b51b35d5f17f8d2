import { readAttributes, renderAttribute } from "../tags.ts";

const form = /^<!-- cell(.*)-->[ \t]*$/;

/** The attributes in a comment that begins a cell in Markdown that we wrote; undefined for any other line. */
export function readMark(line: string): Record<string, string> | undefined {
  const match = form.exec(line);
  return match ? readAttributes(`<cell ${match[1]?.trim()}>`) : undefined;
}

export function renderMark(attributes: Readonly<Record<string, string>>): string {
  return `<!-- cell${renderInfo(attributes)} -->`;
}

/** Writes attributes so that they can end neither a comment nor the line of a fence. */
export function renderInfo(attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${renderAttribute(name, value)}`);
  return written.join("").replace(/--|[`\n]/g, (text) => (text === "--" ? "-&#45;" : `&#${text.charCodeAt(0)};`));
}
