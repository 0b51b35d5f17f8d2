import { text } from "node:stream/consumers";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";
import { callTool, ToolInputError } from "../../lib/tool/call.ts";
import { schemasOf } from "../../lib/tool/schema.ts";
import { findTool, suggestTools } from "../../lib/tools.ts";
import type { call as declaration } from "../declarations/call.ts";
import type { Program } from "../declarations/declaration.ts";
import { readGivenFile } from "../input/given-file.ts";
import { WrongInput } from "../input/misuse.ts";
import { nodeKernels } from "../serve/node-kernels.ts";
import { shippedDatasets } from "../serve/shipped-datasets.ts";

/** Characters of input below which a call is finished before further threads have started. */
const MIN_INPUT_FOR_THREADS = 4_000_000;

/** `yuheng call NAME`: JSON in, JSON out. */
export const call: Program<typeof declaration> = async ({ operands: [name = "", file = "-"], options }) => {
  const tool = findTool(name);
  if (!tool) {
    const near = suggestTools(name);
    const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : '"yuheng tools" lists them.';
    throw new WrongInput(`There is no tool "${name}". ${hint}`);
  }
  if (options.schema) {
    process.stdout.write(`${JSON.stringify(schemasOf(tool), null, 2)}\n`);
    return 0;
  }
  const source = file === "-" ? await text(process.stdin) : await readGivenFile(file);
  let input: unknown;
  try {
    input = JSON.parse(source);
  } catch (error) {
    const from = file === "-" ? "Standard input" : `“${file}”`;
    throw new WrongInput(`${from} is not JSON: ${source.trim() === "" ? "it is empty" : placeOf(error, source)}.`);
  }
  const { reproducible } = options;
  const { kernels, end } = await nodeKernels({ threads: source.length > MIN_INPUT_FOR_THREADS, reproducible });
  try {
    const read = readOnce(shippedDatasets());
    process.stdout.write(`${JSON.stringify(await callTool(tool, input, { ...uninterrupted, kernels }, read))}\n`);
    return 0;
  } catch (error) {
    if (error instanceof ToolInputError) throw new WrongInput(error.message);
    process.stderr.write(`${name} failed: ${(error as Error).message}\n`);
    return 1;
  } finally {
    await end();
  }
};

/** Where JSON is invalid, as far as the engine's message says: a position, a character or neither. */
function placeOf(error: unknown, source: string): string {
  const { message } = error as Error;
  // Python and others write numbers that JSON has not.
  const nonNumber = /(?<=[[:,\s])-?(?:Infinity|NaN)(?=[\],}\s])/.exec(source)?.[0];
  if (nonNumber !== undefined) return `JSON has no ${nonNumber}; leave the field out, or write null where it takes one`;
  const position = /at position (\d+)/.exec(message)?.[1];
  const token = /^Unexpected token '(.)'/su.exec(message)?.[1];
  if (position === undefined)
    return token === undefined
      ? `it ${message.startsWith("Unexpected end") ? "ends too early" : "holds something else"}`
      : `the character ${JSON.stringify(token)} was not expected there`;
  const before = source.slice(0, Number(position)).split("\n");
  return `it cannot be read at line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
