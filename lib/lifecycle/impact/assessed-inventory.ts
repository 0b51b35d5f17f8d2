import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { sentenceOut } from "../../tool/outcome.ts";
import type { InputOf, ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import type { ElementaryFlow } from "../graph/exchange-graph.ts";
import { type CharacteriseOptions, characteriserOf, type FactorMatch, type MissingReason } from "./characterisation.ts";
import { coverageOf, type FlowCoverage } from "./coverage.ts";
import { flowKey } from "./flow-name.ts";
import type { ImpactMethod, IndicatorKind } from "./impact-method.ts";

const texts = messages("lifecycle.impact", {
  inventories: {
    en: "{codes} sum what is taken from nature: they are inventories, not impacts.",
    zh: "{codes} 是取自自然的数量之和：属于清单指标，而非影响。",
  },
  nothing: {
    en: "{codes} have no score, because no flow of the inventory has a factor: that is not an impact of zero.",
    zh: "{codes} 没有结果，因为清单中没有任何流具有因子：这不等于影响为零。",
  },
  nitrogenOxides: {
    en: 'Nitrogen oxides have no factor in this table, which has nitrogen dioxide: acidification, eutrophication, smog and respiratory effects leave them out. To count them as nitrogen dioxide, give "Nitrogen dioxide" as their synonym.',
    zh: "该因子表只有二氧化氮而没有氮氧化物：酸化、富营养化、光化学烟雾和呼吸系统影响未计入氮氧化物。如按二氧化氮计，请在 synonyms 中以“Nitrogen dioxide”作为其同义名。",
  },
  places: {
    en: "Of {count} amounts that have factors for places, {own} have that of their own place, {wider} that of a place which contains it, and {world} that of the whole world.",
    zh: "有 {count} 个数量具有分地点的因子：其中 {own} 个采用所在地的因子，{wider} 个退用包含所在地的更大区域的因子，{world} 个退用全球因子。",
  },
  carbonUntold: {
    en: "Carbon dioxide of the Federal Elementary Flow List is fossil or biogenic: indicators of climate change count all of it, and credit no uptake. Use lifecycle.climate to tell them apart.",
    zh: "联邦基本流清单中的二氧化碳不分化石与生物源：气候变化指标全部计入，且不抵减吸收量。如需区分，请使用 lifecycle.climate。",
  },
});

/** An amount of an elementary flow, at a place. */
export const inventoryLineShape = z.strictObject({
  flow: z.string().describe("Elementary flow, by its name in the Federal Elementary Flow List or in ecoinvent"),
  compartment: z.string().describe("e.g. emission/air/troposphere/rural, or air::urban air close to ground"),
  amount: numberIn(siblingUnit),
  unit: z.string().describe("e.g. kg, MJ, m2*a"),
  cas: z.string().optional().describe("CAS number, by which a flow of another name is found"),
  /** Where it is emitted or taken, for regional factors. */
  location: z.string().optional().describe("Where it is emitted or taken, such as CN, for regional factors"),
});
export interface InventoryLine extends InputOf<typeof inventoryLineShape> {
  /** Id of the flow, by which methods from the same files find it. */
  readonly id?: string | undefined;
}

export const indicatorScoreShape = z.object({
  indicator: z.string(),
  name: sentenceOut,
  /** Null if no flow has a factor. */
  value: numberIn(siblingUnit).nullable().describe("Null if it cannot be stated: no rule divides what it depends on"),
  unit: z.string(),
});
export interface IndicatorScore extends ResultOf<typeof indicatorScoreShape> {
  readonly method: string;

  readonly kind: IndicatorKind;

  readonly coverage: FlowCoverage;
}

export const share = ratio.nullable().describe("Of the score; null where that is 0");

export const flowContributionShape = z.object({
  indicator: z.string(),
  indicatorUnit: z.string(),
  flow: z.string(),
  compartment: z.string(),
  amount: numberIn(siblingUnit),
  unit: z.string(),
  value: numberIn({ unitIn: "indicatorUnit" }),
  /** Of the score; null for a score of zero. */
  share: share,
});
export interface FlowContribution extends ResultOf<typeof flowContributionShape> {
  readonly location: string | null;
  /** In the indicator's unit per unit of the flow as given. */
  readonly factor: number;

  readonly match: FactorMatch;
}

export const uncharacterisedShape = z.object({
  flow: z.string(),
  compartment: z.string(),
  amount: numberIn(siblingUnit),
  unit: z.string(),
  /** The indicators that have no factor for it, for this reason. */
  indicators: z.array(z.string()),
});
export interface Uncharacterised extends ResultOf<typeof uncharacterisedShape> {
  readonly reason: MissingReason;
}

/** How many matches of regional factors hold for the own place, a wider one, and the whole world. */
export interface PlaceFallback {
  readonly own: number;
  readonly wider: number;
  readonly world: number;
}

export interface AssessedInventory {
  readonly scores: readonly IndicatorScore[];
  /** The largest first within each indicator. */
  readonly contributions: readonly FlowContribution[];
  readonly uncharacterised: readonly Uncharacterised[];
  readonly emissions: FlowCoverage;
  readonly resources: FlowCoverage;
  /** Of the flows that have factors for places; all 0 where none has. */
  readonly fallback: PlaceFallback;
  readonly notes: readonly Message[];
}

/**
 * The scores of an inventory in the indicators of methods, with what each flow contributes, which factor was taken, and the flows
 * without one. Lines are not added up before: two of one flow contribute each by itself. Throws LifecycleError.
 */
export function assessInventory(
  inventory: readonly InventoryLine[],
  methods: readonly ImpactMethod[],
  options: CharacteriseOptions = {},
): AssessedInventory {
  const flows = inventory.map(
    (line, at): ElementaryFlow => ({
      // A name that no method has as an id.
      id: line.id ?? `\u0000${at}`,
      name: line.flow,
      compartment: line.compartment,
      unit: line.unit,
      cas: line.cas ?? null,
    }),
  );
  const amounts = inventory.map(({ amount }) => amount);
  const characteriser = characteriserOf(flows, methods, options);
  const places = new Map(inventory.map(({ location }, at) => [at, location ?? null]));
  const ofPlace = (place: string | null) => (at: { readonly flow: number }) => places.get(at.flow) === place;
  const parts = [...new Set(places.values())].map((place) => {
    const { matches, missing } = characteriser.at(place);
    return { matches: matches.filter(ofPlace(place)), missing: missing.filter(ofPlace(place)) };
  });
  const byIndicator = characteriser.indicators.map((): FactorMatch[] => []);
  for (const { matches } of parts) for (const match of matches) byIndicator[match.indicator]!.push(match);
  const fallback = { own: 0, wider: 0, world: 0 };
  for (const { flow, location, isRegional } of byIndicator.flat())
    if (isRegional)
      fallback[location === null ? "world" : location === inventory[flow]!.location ? "own" : "wider"] += 1;
  const regional = fallback.own + fallback.wider + fallback.world;
  const matches = byIndicator.map((found) => found.sort((a, b) => a.flow - b.flow));
  const coverage = coverageOf({ ...characteriser.at(null), matches: matches.flat() }, flows, amounts);

  const scores = characteriser.indicators.map(({ code, method, name, kind, unit }, row) => {
    const found = matches[row]!;
    const value = found.length === 0 ? null : found.reduce((sum, { flow, factor }) => sum + factor * amounts[flow]!, 0);
    return { method, indicator: code, name, kind, unit, value, coverage: coverage.byIndicator[row]! };
  });
  const contributions = matches.flatMap((found, row) => {
    const { indicator, unit: indicatorUnit, value: score } = scores[row]!;
    const rows = found.map((match): FlowContribution => {
      const { flow, compartment, location = null, amount, unit } = inventory[match.flow]!;
      const [value, { factor }] = [match.factor * amount, match];
      const share = score ? value / score : null;
      return { indicator, indicatorUnit, flow, compartment, location, amount, unit, factor, value, share, match };
    });
    return rows.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  });
  const codes = (wanted: (score: IndicatorScore) => boolean) => scores.filter(wanted).map(({ indicator }) => indicator);
  const [sums, empty] = [codes(({ kind }) => kind === "inventory"), codes(({ value }) => value === null)];
  const missing = parts.flatMap((part) => part.missing);
  const lacksNitrogenOxides = missing.some(
    ({ flow, indicator }) =>
      flowKey(inventory[flow]!.flow) === "nitrogen oxides" && characteriser.indicators[indicator]!.code === "ACID",
  );
  const isUntold = contributions.some(
    ({ indicatorUnit, flow }) => flowKey(flow) === "carbon dioxide" && /CO2/.test(indicatorUnit),
  );
  return {
    scores,
    contributions,
    uncharacterised: uncharacterisedOf(
      inventory,
      characteriser.indicators.map(({ code }) => code),
      missing,
    ),
    emissions: coverage.emissions,
    resources: coverage.resources,
    fallback,
    notes: [
      ...(regional > 0 ? [texts.places({ count: regional, ...fallback })] : []),
      ...(sums.length > 0 ? [texts.inventories({ codes: sums })] : []),
      ...(empty.length > 0 ? [texts.nothing({ codes: empty })] : []),
      ...(lacksNitrogenOxides ? [texts.nitrogenOxides()] : []),
      ...(isUntold ? [texts.carbonUntold()] : []),
    ],
  };
}

function uncharacterisedOf(
  inventory: readonly InventoryLine[],
  codes: readonly string[],
  missing: readonly { readonly flow: number; readonly indicator: number; readonly reason: MissingReason }[],
): Uncharacterised[] {
  const groups = new Map<string, { flow: number; reason: MissingReason; indicators: number[] }>();
  for (const { flow, indicator, reason } of missing) {
    const key = `${flow} ${reason}`;
    const group = groups.get(key) ?? { flow, reason, indicators: [] };
    group.indicators.push(indicator);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => a.flow - b.flow)
    .map(({ flow: at, reason, indicators }) => {
      const { flow, compartment, amount, unit } = inventory[at]!;
      const named = indicators.sort((a, b) => a - b).map((row) => codes[row]!);
      return { flow, compartment, amount, unit, reason, indicators: named };
    });
}
