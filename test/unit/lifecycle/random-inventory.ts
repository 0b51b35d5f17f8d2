import fc from "fast-check";
import { AssessedSystem, SolvedSystem } from "../../../lib/lifecycle/assessed-system.ts";
import type { ExchangeGraph } from "../../../lib/lifecycle/graph/exchange-graph.ts";
import type { GivenExchange } from "../../../lib/lifecycle/graph/graph-builder.ts";
import { linkedSystem, type SystemOptions } from "../../../lib/lifecycle/graph/linked-system.ts";
import type { ImpactMethod } from "../../../lib/lifecycle/impact/impact-method.ts";
import { emits, makes, shortGraph, takes } from "./graph-of.ts";

/** Factors of two flows of `shortGraph`. */
export const method: ImpactMethod = {
  id: "M",
  name: "M",
  version: "1",
  indicators: [{ code: "X", name: "X", unit: "kg", kind: "impact" }],
  factors: ["alpha", "beta"].map((flow, at) => ({
    indicator: "X",
    flow,
    compartment: "emission/air",
    unit: "kg",
    value: 1 + 24 * at,
  })),
};

export function assess(graph: ExchangeGraph, options: SystemOptions = {}): AssessedSystem {
  return new AssessedSystem(new SolvedSystem(linkedSystem(graph, options)), [method]);
}

const part = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);

/**
 * Inventories of 2 to 6 activities that take from each other in loops, with credits among them, and a waste treatment that some give
 * to. Each uses up less than two thirds of what it makes, so that all can be solved.
 */
export const randomGraph: fc.Arbitrary<ExchangeGraph> = fc
  .integer({ min: 2, max: 6 })
  .chain((n) =>
    fc.array(
      fc.record({
        makes: part,
        inputs: fc.array(fc.option(part, { nil: 0 }), { minLength: n, maxLength: n }),
        credit: fc.option(fc.nat({ max: n - 1 })),
        waste: fc.option(part, { nil: 0 }),
        flows: fc.tuple(
          part,
          fc.integer({ min: -20, max: 100 }).map((percent) => percent / 100),
        ),
      }),
      { minLength: n, maxLength: n },
    ),
  )
  .map((columns) => {
    const activities: Record<string, GivenExchange[]> = {};
    columns.forEach(({ makes: made, inputs, credit, waste, flows }, j) => {
      const most = (2 / 3) * made;
      const sum = inputs.reduce((total, input) => total + input, 0) + waste || 1;
      activities[`a${j}`] = [
        makes(`p${j}`, made),
        ...inputs.flatMap((input, i) =>
          input === 0 || i === credit ? [] : [takes(`p${i}`, (input / sum) * most * columns[i]!.makes)],
        ),
        ...(waste === 0 ? [] : [takes("waste", (-waste / sum) * most)]),
        ...(credit === null || credit === j
          ? []
          : [{ type: "substitution" as const, flow: `p${credit}`, amount: 0.1 * made * columns[credit]!.makes }]),
        emits("alpha", flows[0]),
        emits("beta", flows[1]),
      ];
    });
    activities.treatment = [makes("waste", -1), takes("p0", 0.1 * columns[0]!.makes), emits("alpha", 0.3)];
    return shortGraph(activities, ["waste"]);
  });
