import { text } from "node:stream/consumers";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";
import { callTool, ToolInputError } from "../../lib/tool/call.ts";
import { schemasOf } from "../../lib/tool/schema.ts";
import { findTool, suggestTools } from "../../lib/tools.ts";
import type { Command } from "../command.ts";
import { nodeKernels } from "../serve/node-kernels.ts";
import { shippedDatasets } from "../serve/shipped-datasets.ts";

/** Characters of input below which a call is finished before further threads have started. */
const MIN_INPUT_FOR_THREADS = 4_000_000;

/** `yuheng call NAME`: JSON on standard input, JSON on standard output. */
export const call: Command = {
  usage: "call NAME [--schema] [--reproducible]",
  summary:
    "run a tool: JSON in on stdin, JSON out on stdout; --schema prints what it takes and gives, --reproducible gives the same bits on every machine",
  async run(args) {
    const [name] = args.filter((arg) => !arg.startsWith("-"));
    const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--schema" && arg !== "--reproducible");
    if (unknown) return refuse(`"call" has no option ${unknown}; there are --schema and --reproducible.`);
    if (name === undefined) return refuse('Which tool? "yuheng tools" lists them.');
    const tool = findTool(name);
    if (!tool) {
      const near = suggestTools(name);
      const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : '"yuheng tools" lists them.';
      return refuse(`There is no tool "${name}". ${hint}`);
    }
    if (args.includes("--schema")) {
      process.stdout.write(`${JSON.stringify(schemasOf(tool), null, 2)}\n`);
      return 0;
    }
    const source = await text(process.stdin);
    let input: unknown;
    try {
      input = JSON.parse(source);
    } catch (error) {
      return refuse(`Standard input is not JSON: ${source.trim() === "" ? "it is empty" : placeOf(error, source)}.`);
    }
    const reproducible = args.includes("--reproducible");
    const { kernels, end } = await nodeKernels({ threads: source.length > MIN_INPUT_FOR_THREADS, reproducible });
    try {
      const read = readOnce(shippedDatasets());
      process.stdout.write(`${JSON.stringify(await callTool(tool, input, { ...uninterrupted, kernels }, read))}\n`);
      return 0;
    } catch (error) {
      if (error instanceof ToolInputError) return refuse(error.message);
      process.stderr.write(`${name} failed: ${(error as Error).message}\n`);
      return 1;
    } finally {
      await end();
    }
  },
};

/** Where JSON is invalid, as far as the engine's message says: a position, a character or neither. */
function placeOf(error: unknown, source: string): string {
  const { message } = error as Error;
  const position = /at position (\d+)/.exec(message)?.[1];
  const token = /^Unexpected token '(.)'/su.exec(message)?.[1];
  if (position === undefined)
    return token === undefined
      ? `it ${message.startsWith("Unexpected end") ? "ends too early" : "holds something else"}`
      : `the character ${JSON.stringify(token)} was not expected there`;
  const before = source.slice(0, Number(position)).split("\n");
  return `it cannot be read at line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

/** Reports wrong use or wrong input on stderr. Returns the exit code. */
function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
