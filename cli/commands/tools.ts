import { tools } from "../../lib/tools.ts";
import type { Command } from "../command.ts";

/** `yuheng tools`: lists the name and title of every tool, one per line. */
export const listTools: Command = {
  usage: "tools [--json]",
  summary: "list what can be called",
  async run(args) {
    if (args.includes("--json")) {
      const list = tools.map(({ name, title, summary, assumptions, references }) => ({
        name,
        title,
        summary,
        assumptions,
        references,
      }));
      process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
      return 0;
    }
    const width = Math.max(...tools.map(({ name }) => name.length));
    for (const tool of tools) process.stdout.write(`${tool.name.padEnd(width)}  ${tool.title.en} (${tool.title.zh})\n`);
    return 0;
  },
};
