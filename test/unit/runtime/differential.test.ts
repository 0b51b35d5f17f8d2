import { Runtime } from "@observablehq/runtime";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { CellDefinition } from "../../../kernel/runtime/definition.ts";
import { cell, Watched } from "./notebook.ts";

/** A cell of a random notebook: it adds a constant to the sum of what it reads; a promise where `late`. */
interface Plan {
  constant: number;
  /** Positions among the other cells; a read of a later position is allowed, a cycle is not (see `acyclic`). */
  reads: number[];
  late: boolean;
}

type Edit = { at: number; plan: Plan } | { at: number; remove: true };

const plan = fc.record({
  constant: fc.integer({ min: -3, max: 3 }),
  reads: fc.array(fc.nat(11), { maxLength: 3 }),
  late: fc.boolean(),
});
const edit = fc.oneof(
  fc.record({ at: fc.nat(11), plan }),
  fc.record({ at: fc.nat(11), remove: fc.constant(true as const) }),
);

/** Reads only towards smaller ranks of a fixed shuffle, so that order in the document and order of the data differ. */
const rank = [7, 2, 9, 0, 11, 4, 5, 10, 1, 8, 3, 6];
const acyclic = (at: number, { reads }: Plan) => [...new Set(reads)].filter((other) => rank[other]! < rank[at]!);

function definitionOf(at: number, current: Plan): CellDefinition {
  const inputs = acyclic(at, current).map((other) => `x${other}`);
  return cell(at, inputs.join(" "), `x${at}`, (values) => {
    const sum = inputs.reduce((all, name) => all + (values[name] as number), current.constant);
    return { [`x${at}`]: current.late ? Promise.resolve(sum) : sum };
  });
}

/** What the bare runtime makes of the same cells, computed from nothing. */
async function bareValues(plans: ReadonlyMap<number, Plan>): Promise<Map<string, unknown>> {
  const runtime = new Runtime({}, () => {
    throw new Error("not defined");
  });
  const module = runtime.module();
  const results = [...plans].map(
    ([at, current]) =>
      new Promise<[string, unknown]>((resolve) => {
        const inputs = acyclic(at, current).map((other) => `x${other}`);
        module
          .variable({
            fulfilled: (value) => resolve([`x${at}`, value]),
            rejected: () => resolve([`x${at}`, "failed"]),
          })
          .define(`x${at}`, inputs, (...values: number[]) => {
            const sum = values.reduce((all, value) => all + value, current.constant);
            return current.late ? Promise.resolve(sum) : sum;
          });
      }),
  );
  const values = new Map(await Promise.all(results));
  runtime.dispose();
  return values;
}

it("gives the values of the bare runtime on random graphs, after every one of random edits", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(11), plan), { maxLength: 12 }),
      fc.array(fc.tuple(edit, fc.boolean()), { maxLength: 12 }),
      async (start, edits) => {
        const plans = new Map<number, Plan>(start);
        const definitions = new Map([...plans].map(([at, current]) => [at, definitionOf(at, current)]));
        const watched = new Watched({ global: () => undefined });
        const update = () => watched.flow.update([...definitions].sort(([a], [b]) => a - b).map(([, each]) => each));
        const compare = async () => {
          await watched.flow.settled();
          for (const [name, value] of await bareValues(plans)) {
            const state = watched.state(Number(name.slice(1)));
            if (value === "failed") expect(["failed", "blocked"]).toContain(state.status);
            else {
              expect(state.status).toBe("fresh");
              expect(watched.value(name)).toBe(value);
            }
          }
        };
        update();
        await compare();
        for (const [change, wait] of edits) {
          apply(change, plans, definitions);
          update();
          // Some edits come while the wave of the one before still runs.
          if (wait) await compare();
        }
        await compare();
        watched.flow.dispose();
      },
    ),
  );
});

function apply(change: Edit, plans: Map<number, Plan>, definitions: Map<number, CellDefinition>): void {
  if ("remove" in change) {
    plans.delete(change.at);
    definitions.delete(change.at);
  } else {
    plans.set(change.at, change.plan);
    definitions.set(change.at, definitionOf(change.at, change.plan));
  }
}
