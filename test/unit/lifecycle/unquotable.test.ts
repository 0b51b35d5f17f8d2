import { expect, test } from "vitest";
import { activityMaking } from "../../../lib/border/avoided/making.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import type { Tool } from "../../../lib/tool/tool.ts";
import { tools } from "../../../lib/tools.ts";
import { call } from "../inventory/company/calling.ts";
import { shippedBackground } from "./assessed-bill.ts";

// Fibreboard in m3 with bark in kg: no rule divides its burdens, and no score of it is stated.
const OF = "uslci:215";
/** A field of potatoes, whose fertiliser takes a little of what no rule divides: its score is stated, with their names. */
const RESTS_ON = {
  of: "uslci:36",
  amount: 1,
  name: "Potato, at field",
  unit: "kg",
  undivided: "Sulfuric acid, at plant",
};

/**
 * What each tool that reads the shipped inventories is asked of a product. `none`: it states no score of a product; `making`: its own test is
 * below.
 */
const askedOf = (
  demand: { readonly of: string; readonly amount: number },
  line: { readonly name: string; readonly unit: string },
): Readonly<Record<string, object | "none" | "making">> => ({
  "avoided.solar": "making",
  "avoided.wind": "making",
  "lifecycle.alternatives": {
    alternatives: ["one", "other"].map((name) => ({ name, ...demand })),
    methods: ["GWP100_AR6"],
  },
  "lifecycle.assess": {
    description: "A board.",
    functionalUnit: { amount: 1, unit: line.unit },
    bill: [{ ...line, amount: 1 }],
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
  "lifecycle.tiered": { source: "background", demand, indicator: "GWP100_AR6", sectorIndicator: "GHG" },
  "lifecycle.write": "none",
  "uncertainty.inventory": { demands: [demand], methods: ["GWP100_AR6"], draws: 10 },
});

const board = { of: OF, amount: 1 };
const asked = askedOf(board, { name: "Medium density fiberboard (MDF), at MDF mill", unit: "m3" });
const askedOfField = askedOf(
  { of: RESTS_ON.of, amount: RESTS_ON.amount },
  { name: RESTS_ON.name, unit: RESTS_ON.unit },
);

const onInventories = tools.filter(({ datasets }) => datasets?.includes("uslci_exchange"));
const stating = onInventories
  .filter(({ name }) => typeof asked[name] === "object")
  .map((tool) => [tool.name, tool] as const);

/** Over the inventory that is opened once; a tool without a place for one reads it. */
async function ask(tool: Tool, input: object): Promise<unknown> {
  if (!tool.overResources) return call(tool.name, input);
  const { options, run } = tool.overResources;
  return inEnglish(await run({ inventory: await shippedBackground() }, options.parse(input) as never, uninterrupted));
}

test("every tool that reads the shipped inventories is asked", () => {
  expect(onInventories.map(({ name }) => name).sort()).toEqual(Object.keys(asked).sort());
});

/** The numbers under the names of scores, wherever they stand in a result; a kind that does not occur is 0. */
function scoresIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(scoresIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    /^(score|value|mean|lo|hi|difference|derivative|elasticity|direct|remainder|processes|estimate)$/.test(key) &&
    typeof each === "number"
      ? each === 0
        ? []
        : [each]
      : scoresIn(each),
  );
}

test.each(stating)("%s states no score of what no rule divides", async (name, tool) => {
  const found = await ask(tool, asked[name] as object);
  expect(scoresIn(found)).toEqual([]);
  expect(JSON.stringify(found)).toMatch(/no rule divides|no figure/i);
});

test.each(stating)("%s names what no rule divides behind a score that it states", async (name, tool) => {
  const found = await ask(tool, askedOfField[name] as object);
  expect(scoresIn(found)).not.toEqual([]);
  expect(JSON.stringify(found)).toContain(RESTS_ON.undivided);
});

test("the making of what is exported is no figure where no rule divides it, and names what it rests on where one does", async () => {
  const assessed = (await shippedBackground()).assessedBy(["GWP100_AR6"]);
  await expect(activityMaking(assessed, OF, uninterrupted)).rejects.toThrow(/no rule divides/);
  const { kg, notes } = await activityMaking(assessed, RESTS_ON.of, uninterrupted);
  expect(kg).toBeGreaterThan(0);
  expect(JSON.stringify(inEnglish(notes))).toContain(RESTS_ON.undivided);
});
