import { help } from "../../kernel/cell/names/help.ts";

/** The names that every cell may read, as declarations with their documentation. */
export function nameDeclarations(): string {
  return Object.values(help)
    .filter(({ declarations }) => declarations)
    .map(
      ({ summary, declarations }) => `/** ${summary} */\n${declarations!.map((each) => `declare ${each};`).join("\n")}`,
    )
    .join("\n\n");
}
