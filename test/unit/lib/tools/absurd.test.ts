import { describe, expect, test } from "vitest";
import { Fault } from "../../../../lib/message/fault.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { tools } from "../../../../lib/tools.ts";
import { shipped } from "../../inventory/company/calling.ts";
import { examples } from "./table-examples.ts";

type Path = readonly (string | number)[];

/** The numbers of an input, of lists those of the first entry. */
function numbersIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === "number") return [path];
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((each) => numbersIn(each, [...path, 0]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, [...path, key]));
}

function changed(value: unknown, [step, ...rest]: Path, by: (number: number) => number): unknown {
  if (step === undefined) return by(value as number);
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const fields = copy as Record<string | number, unknown>;
  fields[step] = changed(fields[step], rest, by);
  return copy;
}

/** Numbers of an input that are tried: more would take minutes and are of the same schemas. */
const TRIED = 6;

/** Tools whose calls take seconds each: thousands of draws, a whole background, or all activities of a country. */
const long =
  /^uncertainty\.|^lifecycle\.(?:assess|tiered|scenarios)$|^inventory\.national$|^industry\.(?:pareto|keyLinks|calibrate)/;

/** All sentences of a result or an error that a person reads. */
async function sentencesOf(tool: (typeof tools)[number], input: unknown): Promise<string> {
  try {
    const result = (await callTool(tool, input, uninterrupted, shipped)) as Readonly<Record<string, unknown>>;
    return JSON.stringify([result.notes, result.problems, result.lacks, result.message]);
  } catch (error) {
    expect(error, (error as Error).stack).toBeInstanceOf(Fault);
    return (error as Error).message;
  }
}

describe("An input with an absurd number", { timeout: 60_000 }, () => {
  const tried = tools.filter(({ name }) => examples[name] && !long.test(name) && numbersIn(examples[name]).length > 0);

  test.each(tried.map((tool) => [tool.name, tool] as const))(
    "of %s is computed or answered with a sentence, in which no value shows through",
    async (name, tool) => {
      for (const path of numbersIn(examples[name]).slice(0, TRIED)) {
        for (const by of [(number: number) => -number, (number: number) => 1e9 * number]) {
          const said = await sentencesOf(tool, changed(examples[name], path, by));
          expect(said, path.join(".")).not.toMatch(/\bNaN\b|\bundefined\b|\[object/);
        }
      }
    },
  );
});
