import { describe, expect, test } from "vitest";
import { runCase } from "../../fuzz/run-case.ts";
import { targets } from "../../fuzz/targets.ts";

// `SEED=… npx vitest run test/unit/fuzz` looks elsewhere; `npm run fuzz` looks longer.
const seed = Number(process.env.SEED ?? 20_260_401);
/** Cases of each target. A case of a tool takes some milliseconds, of a reader less. */
const CASES = { tool: 15, reader: 60 } as const;

describe("whatever comes, there is a value or a sentence", () => {
  test("each target has a name of its own", () => {
    expect(new Set(targets.map(({ name }) => name)).size).toBe(targets.length);
  });

  test.each(targets.map((target) => [target.name, target] as const))("%s", async (name, target) => {
    const cases = name.startsWith("tool:") ? CASES.tool : CASES.reader;
    for (let index = 0; index < cases; index++) {
      await runCase(target, seed, index).catch((error: Error) => {
        throw new Error(`Case ${index} (npm run fuzz -- --only ${name} --seed ${seed} --from ${index} --cases 1)`, {
          cause: error,
        });
      });
    }
  });
});
