import { cellNames } from "../../kernel/cell/names.ts";

/** The names that every cell may read, as declarations with their documentation. */
export function nameDeclarations(): string {
  return cellNames
    .filter(({ declarations }) => declarations)
    .map(
      ({ summary, declarations }) => `/** ${summary} */\n${declarations!.map((each) => `declare ${each};`).join("\n")}`,
    )
    .join("\n\n");
}
