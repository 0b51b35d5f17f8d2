import { tools as all } from "../../lib/tools.ts";
import type { Program } from "../declarations/declaration.ts";
import type { tools as declaration } from "../declarations/tools.ts";
import { writeJson } from "../json/write-json.ts";

/** `yuheng tools`: lists the name and title of every tool, one per line. */
export const tools: Program<typeof declaration> = async ({ options }) => {
  if (options.json) {
    writeJson(
      "tools",
      all.map(({ name, title, summary, assumptions, references }) => ({
        name,
        title,
        summary,
        assumptions: [...assumptions],
        references: [...references],
      })),
    );
    return 0;
  }
  const width = Math.max(...all.map(({ name }) => name.length));
  for (const tool of all) process.stdout.write(`${tool.name.padEnd(width)}  ${tool.title.en} (${tool.title.zh})\n`);
  return 0;
};
