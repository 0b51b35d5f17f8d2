import type { Forms } from "../forms/form-options.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import type { ReaderLanguage } from "./reader-language.ts";

/** The module of the forms. They are loaded by the first cell that names them. */
export type FormsModule = Pick<typeof import("../forms/forms.ts"), "formsIn">;

/** `forms` of a notebook, made anew when the reader switches the language. */
export function formsBuiltin(
  language: ReaderLanguage,
  catalogue: readonly DatasetEntry[],
  load: () => Promise<FormsModule>,
): () => Promise<AsyncGenerator<Forms>> {
  return async () => {
    const { formsIn } = await load();
    return language.each((tag) => formsIn({ language: tag, catalogue }))();
  };
}
