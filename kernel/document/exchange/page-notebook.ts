import * as z from "zod/mini";
import { jsonScript, pageDataId, readJsonScript } from "../../markup/json-script.ts";

/** The notebook in a page that was made of it. */
export interface PageNotebook {
  /** File name without `.html`. */
  readonly name: string;
  /** The notebook's file. */
  readonly text: string;
}

const schema = z.object({ name: z.string(), text: z.string() }) satisfies z.ZodMiniType<PageNotebook>;

/** A notebook as an element of a page without a program. */
export function writePageNotebook({ name, text }: PageNotebook): string {
  return jsonScript(pageDataId, { name, text });
}

/** The notebook in the text of a page, built or saved; null if it contains none. */
export function notebookOfPage(page: string): PageNotebook | null {
  const found = schema.safeParse(readJsonScript(page, pageDataId));
  return found.success ? found.data : null;
}
