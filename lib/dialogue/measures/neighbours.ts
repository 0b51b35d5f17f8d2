import type { Text } from "../../message/message.ts";
import type { Choice, Json, Plan, Slot } from "../plan.ts";

/** A measure that a reader may choose in the place of another, by words that are read like those of a question. */
interface Neighbour {
  readonly words: string;
  readonly label: Text;
  /** The measure of the lexicon that they mean. */
  readonly measure: string;
  /** The gas and the principle with which words for any emissions mean it; CO2 and territorial if left out. */
  readonly gas?: string;
  readonly principle?: string;
}

/** Measures of the same places and years, each group in the order of a menu. */
const groups: readonly { readonly sums: boolean; readonly members: readonly Neighbour[] }[] = [
  {
    sums: true,
    members: [
      {
        words: "territorial CO2 emissions",
        label: { en: "fossil CO2, territorial", zh: "化石燃料 CO2，属地（生产端）" },
        measure: "fossil CO2, territorial",
      },
      {
        words: "consumption-based emissions",
        label: { en: "CO2, consumption-based", zh: "CO2，消费端" },
        measure: "CO2, consumption",
        principle: "consumption",
      },
      {
        words: "net imports of CO2 by trade",
        label: { en: "CO2, net imports by trade", zh: "CO2，贸易净进口" },
        measure: "CO2, net import",
        principle: "net import",
      },
      {
        words: "CO2 of land-use change",
        label: { en: "CO2 of land-use change", zh: "土地利用变化 CO2" },
        measure: "land-use change",
      },
      {
        words: "methane emissions",
        label: { en: "methane", zh: "甲烷" },
        measure: "gases of CEDS",
        gas: "CH4",
      },
      {
        words: "nitrous oxide emissions",
        label: { en: "nitrous oxide", zh: "氧化亚氮" },
        measure: "N2O of EDGAR",
        gas: "N2O",
      },
      {
        words: "emissions of all greenhouse gases",
        label: { en: "all greenhouse gases", zh: "全部温室气体" },
        measure: "greenhouse gases of Climate TRACE",
        gas: "GHG",
      },
    ],
  },
  {
    sums: false,
    members: [
      { words: "ocean sink", label: { en: "ocean sink", zh: "海洋碳汇" }, measure: "ocean sink" },
      { words: "land sink", label: { en: "land sink", zh: "陆地碳汇" }, measure: "land sink" },
      {
        words: "atmospheric growth of CO2",
        label: { en: "growth in the atmosphere", zh: "大气增长" },
        measure: "atmospheric growth",
      },
    ],
  },
  {
    sums: false,
    members: [
      { words: "population", label: { en: "population", zh: "人口" }, measure: "population" },
      { words: "GDP", label: { en: "gross domestic product", zh: "国内生产总值" }, measure: "gdp" },
      {
        words: "electricity generation",
        label: { en: "electricity generation", zh: "发电量" },
        measure: "electricity generation",
      },
      {
        words: "carbon intensity of electricity",
        label: { en: "carbon intensity of electricity", zh: "电力碳强度" },
        measure: "electricity intensity",
      },
    ],
  },
];

const all = groups.flatMap(({ members }) => members);

/** What a chosen measure says besides itself, in the place of what the question said. */
export const saidByNeighbour = ["gas", "principle"] as const;

/** Whether a value of the slot of measures is one of these, and no other words. */
export function isNeighbour(value: Json | undefined): boolean {
  return all.some(({ words }) => words === value);
}

/** Every choice of a measure. */
export function neighbours(): Choice[] {
  return all.map(choiceOf);
}

/** The measure of a plan and what may be chosen in its place, the present one first; null for a measure without neighbours. */
export function measureMenu({ read, assumed }: Pick<Plan, "read" | "assumed">): readonly Choice[] | null {
  const found = groupOf({ read, assumed });
  if (!found) return null;
  const { group, present } = found;
  return [present, ...group.members.filter((each) => each !== present)].map(choiceOf);
}

const quotients: readonly (Choice & { readonly operation: string })[] = [
  { operation: "total", value: "total", label: { en: "total", zh: "总量" } },
  { operation: "per head", value: "per person", label: { en: "per person", zh: "人均" } },
  { operation: "per gdp", value: "per GDP", label: { en: "per GDP", zh: "单位 GDP" } },
];

/** In total, per person or per GDP, the present one first; null where figures are not so related, or more is done with them. */
export function quotientMenu({ read, assumed }: Pick<Plan, "read" | "assumed">): readonly Choice[] | null {
  if (groupOf({ read, assumed })?.group.sums !== true) return null;
  const done = read.filter(({ slot }) => slot === "operation").map(({ value }) => value);
  const present = done.length === 0 ? quotients[0] : quotients.find(({ operation }) => operation === done[0]);
  if (!present || done.some((value) => value !== present.operation)) return null;
  return [present, ...quotients.filter((each) => each !== present)].map(({ value, label }) => ({ value, label }));
}

/** What narrows a measure to a part that its neighbours do not have. */
const parts: ReadonlySet<Slot> = new Set<Slot>(["source", "sector", "product"]);

function groupOf({ read, assumed }: Pick<Plan, "read" | "assumed">) {
  if (read.some(({ slot }) => parts.has(slot))) return null;
  const saidOf = (slot: Slot) => [...read, ...assumed].find((each) => each.slot === slot)?.value;
  const gas = saidOf("gas") ?? "CO2";
  const principle = saidOf("principle") ?? "territorial";
  const families = read.flatMap(({ slot, value }) => (slot === "measure" && Array.isArray(value) ? [value] : []));
  // “Consumption-based” means one measure; “emissions” beside it means any.
  const special = families.find((ids) => ids.length === 1);
  const means = (each: Neighbour) =>
    special
      ? special.includes(each.measure)
      : families.some((ids) => ids.includes(each.measure)) &&
        (each.gas ?? "CO2") === gas &&
        (each.principle ?? "territorial") === principle;
  for (const group of groups) {
    const present = group.members.find(means);
    if (present) return { group, present };
  }
  return null;
}

function choiceOf({ words, label }: Neighbour): Choice {
  return { value: words, label };
}
