import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { applyOperation, type Notebook, type Operation, parseNotebook } from "../../kernel/document/index.ts";
import { root } from "../installation/root.ts";

/** The templates of a new notebook. */
export const templates = ["blank", "trade", "inventory", "product", "lesson"] as const;

export type TemplateName = (typeof templates)[number];

/** The languages of each template. */
export const languages = ["en", "zh-cn"] as const;

export type Language = (typeof languages)[number];

/** A template as a new notebook, with its title in the title element and in the first heading. */
export async function openTemplate(name: TemplateName, language: Language, title: string): Promise<Notebook> {
  const text = await readFile(join(root, `notebooks/templates/${name}.${language}.html`), "utf8");
  const notebook = parseNotebook(text);
  const heading = `# ${notebook.title}`;
  const first = notebook.cells.find(({ source }) => source.startsWith(heading));
  const named: Operation[] = [
    { type: "title", title },
    ...(first ? [{ type: "splice", cell: first.id, from: 0, to: heading.length, insert: `# ${title}` } as const] : []),
  ];
  return named.reduce((current, operation) => {
    const outcome = applyOperation(current, operation);
    return outcome.ok ? outcome.notebook : current;
  }, notebook);
}
