import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { notesOut } from "../../tool/outcome.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import {
  BALANCE_TOLERANCE,
  balanceCounts,
  balanceStates,
  carbonStates,
  type MassBalance,
  massBalances,
  unlistedFlows,
} from "../balance/mass-balance.ts";
import { activityRuns } from "../contribution/activity-runs.ts";
import { BIOSPHERE, functionsOf } from "../graph/activity-functions.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { type Demand, demanded, demandIn } from "./demand-schema.ts";
import { defineInventoryTool } from "./inventory-tool.ts";

const texts = messages("lifecycle.balance", {
  noActivity: {
    en: "of names {id}, which is not an activity of the inventory.",
    zh: "of 中的 {id} 不是清单中的活动。",
  },
  notPositive: {
    en: "{field} gives {value} for {name}; expected {expected}.",
    zh: "{field} 中 {name} 的值为 {value}；应为{expected}。",
  },
  aMass: { en: "a mass per unit above 0", zh: "大于 0 的单位质量" },
  aShare: { en: "a share from 0 to 1", zh: "0 到 1 之间的份额" },
  noSuchName: {
    en: "{field} names {name}, which is neither a product nor an elementary flow of the inventory.",
    zh: "{field} 中的 {name} 既不是清单中的产品，也不是基本流。",
  },
  rest: {
    en: "{count} more {count:activity is|activities are} not listed; ask for more with most.",
    zh: "另有 {count} 个活动未列出；可用 most 增加。",
  },
  air: {
    en: "{count} {count:activity gives|activities give} more than {count:it takes|they take} by no more than the oxygen in the carbon oxides emitted: the air burnt is not in the inventory.",
    zh: "有 {count} 个活动产出多于投入，差额不超过所排放碳氧化物中的氧：清单未列出燃烧用空气。",
  },
  water: {
    en: "In {count} {count:activity|activities} the difference is no more than the water listed on one side: the other side is steam, or counted in cubic metres.",
    zh: "有 {count} 个活动的差额不超过一侧所列的水：另一侧为蒸汽，或以立方米计量。",
  },
});

interface BalanceRequest {
  readonly of?: readonly string[] | undefined;
  readonly demand?: Demand | undefined;
  readonly tolerance: number;
  readonly masses: Readonly<Record<string, number>>;
  readonly carbon: Readonly<Record<string, number>>;
  readonly most: number;
}

const kg = numberIn("kg");

export const lifecycleBalance = defineInventoryTool({
  name: "lifecycle.balance",
  title: { en: "Mass balance of activities", zh: "活动的质量平衡" },
  summary: {
    en: "For each activity, the mass that goes in and comes out, in kg, with the difference, what has no mass, and carbon where compositions are known: which activities close, and which cannot be checked.",
    zh: "对每个活动给出以 kg 计的投入与产出质量及差额，列出没有质量的交换，并在成分已知时核对碳：哪些活动平衡，哪些无法核对。",
  },
  options: {
    of: z.array(z.string()).optional().describe("Ids of the activities; default: all"),
    demand: demandIn
      .optional()
      .describe("Only the activities that run for it, at the amounts to which they run; default: at their own amounts"),
    tolerance: ratio
      .positive()
      .max(1)
      .default(BALANCE_TOLERANCE)
      .describe("Largest difference, as a share of the larger side, of a balance that closes: a choice, no standard's"),
    masses: z
      .record(z.string(), numberIn("kg"))
      .default({})
      .describe("kg per unit of products and flows whose units are no masses, by id or name"),
    carbon: z
      .record(z.string(), ratio)
      .default({})
      .describe("kg of carbon per kg of products and flows, by id or name; that of CO2, CH4 and CO is known"),
    most: z.int().positive().max(10_000).default(100).describe("Activities that are listed"),
  },
  output: z.object({
    balances: z
      .array(
        z.object({
          activity: z.string(),
          name: z.string(),
          location: z.string().nullable(),
          product: z.string().describe("Its reference product; empty if it names none"),
          amount: numberIn(siblingUnit).nullable(),
          unit: z.string(),
          state: z
            .enum(balanceStates)
            .describe("incomplete: it differs, and something without a mass could explain it; none: no mass is made"),
          into: kg.describe("Goods, resources, and wastes that it treats"),
          out: kg.describe("Products, wastes and emissions"),
          difference: kg.describe("into − out"),
          share: ratio.nullable().describe("Of the larger side; null if both are 0"),
          mayBe: z.array(z.enum(unlistedFlows)).describe("What is often left out, and is large enough to be all of it"),
          carbonState: z.enum(carbonStates),
          carbonInto: numberIn("kg C").describe("Of what has a known composition"),
          carbonOut: numberIn("kg C"),
          withoutComposition: kg.describe("Mass, on both sides, of which the carbon is not known"),
        }),
      )
      .describe("The largest difference first: by share, or by mass for a demand; those without a balance last"),
    withoutMass: z
      .array(
        z.object({
          activity: z.string(),
          flow: z.string(),
          amount: numberIn(siblingUnit),
          unit: z.string(),
          reason: z
            .enum(["unit", "processing"])
            .describe("processing: counted by the mass that is worked or burnt, and brings none"),
        }),
      )
      .describe("Exchanges of these activities that are not in the balance"),
    counts: z.object({ closes: z.int(), open: z.int(), incomplete: z.int(), none: z.int() }),
    notes: notesOut,
  }),
  formula:
    "difference = Σ inputs and resources − Σ products, wastes and emissions, in kg; what is not a mass is left out",
  assumptions: [
    "Only what is measured as a mass, or has a mass stated, is added; densities are never guessed.",
    "Air, steam and water that an inventory does not list are missing in the balance, too.",
    "Processing such as sheet rolling, and what is burnt elsewhere, is known by its name and brings no mass.",
    "A balance that closes does not say that the amounts are right, only that nothing appears or vanishes.",
  ],
  references: [
    "ISO 14044:2006, 4.3.3.2: validation of data, by mass and energy balances.",
    "2006 IPCC Guidelines: molar masses of carbon in CO2 (44/12), CH4 (16/12) and CO (28/12).",
  ],
  over: (inventory, options, work) => balance(inventory, options, work),
});

async function balance(inventory: OpenedInventory, request: BalanceRequest, work: Work) {
  const { graph } = inventory;
  const { tolerance, masses, carbon, most } = request;
  checkNames(inventory, masses, "masses", (value) => value > 0, texts.aMass());
  checkNames(inventory, carbon, "carbon", (value) => value >= 0 && value <= 1, texts.aShare());
  const runs = request.demand ? await runsFor(inventory, request.demand, work) : null;
  const ids = new Map(graph.activities.map(({ id }, at) => [id, at]));
  const named = request.of?.map((id) => {
    const at = ids.get(id);
    if (at === undefined) throw new LifecycleError("of", texts.noActivity({ id }));
    return at;
  });
  const chosen = (named ?? [...graph.activities.keys()]).filter((at) => runs === null || runs[at] !== 0);
  const found = massBalances(graph, { activities: chosen, tolerance, masses, carbon });
  const times = ({ activity }: MassBalance) => (runs === null ? 1 : Math.abs(runs[activity]!));
  const size = (each: MassBalance) =>
    each.state === "none" ? -1 : runs === null ? Math.abs(each.share ?? 0) : Math.abs(each.difference) * times(each);
  const listed = found.toSorted((p, q) => size(q) - size(p)).slice(0, most);
  const { reference } = functionsOf(graph);
  const { exchanges, activities, products, flows } = graph;
  const count = (of: MassBalance["mayBe"][number]) => found.filter(({ mayBe }) => mayBe.includes(of)).length;
  const [air, water, rest] = [count("air"), count("water"), found.length - listed.length];
  return {
    balances: listed.map((each) => {
      const { id, name, location } = activities[each.activity]!;
      const made = reference[each.activity]!;
      const product = made < 0 ? undefined : products[exchanges.flow[made]!];
      const k = times(each);
      return {
        activity: id,
        name,
        location,
        product: product?.name ?? "",
        amount: product ? exchanges.amount[made]! * k : null,
        unit: product?.unit ?? "",
        state: each.state,
        into: each.into * k,
        out: each.out * k,
        difference: each.difference * k,
        share: each.share,
        mayBe: [...each.mayBe],
        carbonState: each.carbon.state,
        carbonInto: each.carbon.into * k,
        carbonOut: each.carbon.out * k,
        withoutComposition: (each.carbon.unknownInto + each.carbon.unknownOut) * k,
      };
    }),
    withoutMass: listed.flatMap((each) =>
      each.weightless.map(({ exchange, reason }) => {
        const { name, unit } = itemOf(exchange);
        const amount = exchanges.amount[exchange]! * times(each);
        return { activity: activities[each.activity]!.id, flow: name, amount, unit, reason };
      }),
    ),
    counts: { ...balanceCounts(found) },
    notes: [
      ...(air > 0 ? [texts.air({ count: air })] : []),
      ...(water > 0 ? [texts.water({ count: water })] : []),
      ...(rest > 0 ? [texts.rest({ count: rest })] : []),
    ],
  };

  function itemOf(e: number) {
    return (exchanges.type[e] === BIOSPHERE ? flows : products)[exchanges.flow[e]!]!;
  }
}

async function runsFor(inventory: OpenedInventory, demand: Demand, work: Work): Promise<Float64Array> {
  const { solved } = inventory;
  const { scaling } = await solved.solve(demanded(solved.system, demand).f, work);
  return activityRuns(solved.system, scaling);
}

/** Throws LifecycleError for a name that is not in the inventory, and for a value that cannot be. */
function checkNames(
  { graph: { products, flows } }: OpenedInventory,
  given: Readonly<Record<string, number>>,
  field: "masses" | "carbon",
  isPossible: (value: number) => boolean,
  expected: ReturnType<typeof texts.aMass>,
): void {
  const names = new Set([...products, ...flows].flatMap(({ id, name }) => [id, name]));
  for (const [name, value] of Object.entries(given)) {
    if (!names.has(name)) throw new LifecycleError(field, texts.noSuchName({ field, name }));
    if (!isPossible(value)) throw new LifecycleError(field, texts.notPositive({ field, name, value, expected }));
  }
}
