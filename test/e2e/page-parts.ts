import { readFileSync } from "node:fs";

/** What a page that is one file is made of, as text: bytes of each embedded part, of its program, its style and the rest, largest first. */
export function partsOf(path: string): string {
  const html = readFileSync(path, "utf8");
  const parts = new Map<string, number>();
  let rest = Buffer.byteLength(html);
  for (const [element, name, attributes] of html.matchAll(/<(script|style)\b([^>]*)>[\s\S]*?<\/\1>/g)) {
    const embedded = /data-(?:embedded|notice)="([^"]+)"/.exec(attributes!)?.[1];
    const id = /\bid="([^"]+)"/.exec(attributes!)?.[1];
    const part = embedded ?? id ?? (/type="module"/.test(attributes!) ? "the page's own program" : name!);
    const bytes = Buffer.byteLength(element);
    parts.set(part, (parts.get(part) ?? 0) + bytes);
    rest -= bytes;
  }
  parts.set("markup", rest);
  const lines = [...parts].sort(([, a], [, b]) => b - a).map(([part, bytes]) => `${String(bytes).padStart(9)} ${part}`);
  return `Bytes of ${path} by part:\n${lines.join("\n")}`;
}
