import { help } from "../../kernel/cell/names/help.ts";

/** The declarations of the names that every cell may read, with their documentation. */
export function nameDeclarations(): string {
  return Object.values(help)
    .filter(({ declarations }) => declarations)
    .map(
      ({ summary, declarations }) => `/** ${summary} */\n${declarations!.map((each) => `declare ${each};`).join("\n")}`,
    )
    .join("\n\n");
}
