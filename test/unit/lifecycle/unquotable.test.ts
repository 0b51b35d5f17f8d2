import { expect, test } from "vitest";
import { lifecycle, productUncertainty } from "../../../lib/lifecycle/tools.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { shippedBackground } from "./assessed-bill.ts";

// Fibreboard in m3 with bark in kg: no rule divides its burdens, and no score of it is stated.
const OF = "uslci:215";
const demand = { of: OF, amount: 1 };

/** What each tool on an inventory is asked. One that is not here has no score of a product: `none`. */
const asked: Readonly<Record<string, object | "none">> = {
  "lifecycle.alternatives": {
    alternatives: ["one", "other"].map((name) => ({ name, ...demand })),
    methods: ["GWP100_AR6"],
  },
  "lifecycle.assess": {
    description: "A board.",
    functionalUnit: { amount: 1, unit: "m3" },
    bill: [{ name: "Medium density fiberboard (MDF), at MDF mill", amount: 1, unit: "m3" }],
  },
  "lifecycle.balance": "none",
  "lifecycle.find": "none",
  "lifecycle.hotspots": { demand, indicator: "GWP100_AR6" },
  // By the rules that it is asked for, whatever they are.
  "lifecycle.rules": "none",
  // Of parameters, which the shipped inventories do not have; its scores are those of `solvedScores`, as alternatives' are.
  "lifecycle.scenarios": "none",
  "lifecycle.score": { demand, methods: ["GWP100_AR6"] },
  "lifecycle.supply": { demand, indicator: "GWP100_AR6" },
  "uncertainty.inventory": { demands: [demand], methods: ["GWP100_AR6"], draws: 10 },
};

const onInventories = [...Object.values(lifecycle), ...Object.values(productUncertainty)].filter(
  (tool) => tool.overResources !== undefined,
);

test("every tool on an inventory is asked", () => {
  expect(onInventories.map(({ name }) => name).sort()).toEqual(Object.keys(asked).sort());
});

/** The numbers under the names of scores, wherever they stand in a result; a kind that does not occur is 0. */
function scoresIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(scoresIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    /^(score|value|mean|lo|hi|difference|derivative|elasticity|direct|remainder)$/.test(key) && typeof each === "number"
      ? each === 0
        ? []
        : [each]
      : scoresIn(each),
  );
}

test.each(onInventories.filter(({ name }) => asked[name] !== "none").map((tool) => [tool.name, tool] as const))(
  "%s states no score of what no rule divides",
  async (name, tool) => {
    const { options, run } = tool.overResources!;
    const found = inEnglish(
      await run({ inventory: await shippedBackground() }, options.parse(asked[name]) as never, uninterrupted),
    );
    expect(scoresIn(found)).toEqual([]);
    const said = JSON.stringify(found);
    expect(said).toMatch(/no rule divides|no figure/i);
  },
);
