import { readFileSync } from "node:fs";
import { typescriptKernels } from "../../lib/numeric/typescript-kernels.ts";
import type { Work } from "../../lib/numeric/work.ts";
import { callTool, ToolInputError } from "../../lib/tool/call.ts";
import type { Tool } from "../../lib/tool/tool.ts";
import { tools } from "../../lib/tools.ts";
import { shipped } from "../unit/inventory/company/calling.ts";
import { mutate } from "./hostile.ts";
import type { Random } from "./random.ts";
import { valueFor } from "./schema-values.ts";
import { Broken, type Ending, sentenceIn, type Target } from "./target.ts";

/** Inputs that the tools take, by name: what is mutated. */
const inputs = JSON.parse(readFileSync(new URL("tool-inputs.json", import.meta.url), "utf8")) as Record<
  string,
  readonly unknown[]
>;

/** Pauses after which a case is stopped: some seconds of work, whose amount does not follow from a clock. */
const PAUSES = 60;

class Stopped extends Error {}

function budget(): Work {
  let left = PAUSES;
  return {
    pause() {
      left -= 1;
      if (left < 0) throw new Stopped();
    },
    progress() {},
    kernels: typescriptKernels,
  };
}

export const toolTargets: readonly Target[] = tools.map((tool) => ({
  name: `tool:${tool.name}`,
  generate: (random) => inputFor(tool, random),
  run: (input) => run(tool, input),
}));

function inputFor(tool: Tool, random: Random): unknown {
  const known = inputs[tool.name] ?? [];
  if (known.length > 0 && random.chance(0.75)) return mutate(random.pick(known), random);
  const made = valueFor(tool.input, random);
  return random.chance(0.5) ? made : mutate(made, random);
}

async function run(tool: Tool, input: unknown): Promise<Ending> {
  let output: unknown;
  try {
    output = await callTool(tool, input, budget(), shipped);
  } catch (error) {
    if (error instanceof Stopped) return "stopped";
    const ending = sentenceIn(error);
    if (!(error instanceof ToolInputError))
      throw new Broken(`${(error as Error).name} instead of ToolInputError: ${(error as Error).message}`, {
        cause: error,
      });
    return ending;
  }
  const written: unknown = JSON.parse(JSON.stringify(output));
  const checked = tool.output.safeParse(written);
  if (checked.success) return "value";
  const [issue] = checked.error.issues;
  throw new Broken(`The output breaks its schema at ${issue!.path.map(fieldOf).join(".")}: ${issue!.message}`);
}

/** Places in lists are not what tells two faults apart. */
function fieldOf(step: PropertyKey): string {
  return typeof step === "number" ? "[]" : String(step);
}
