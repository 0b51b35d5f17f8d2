import { compartmentOf } from "../../lifecycle/impact/compartment.ts";
import { flowKey } from "../../lifecycle/impact/flow-name.ts";
import type { ImpactFactor, ImpactMethod } from "../../lifecycle/impact/impact-method.ts";
import { messages } from "../../message/message.ts";
import type { ImportNotes } from "./import-notes.ts";

const texts = messages("exchange.impactMethods", {
  same: {
    en: "{count} characterisation factors are of flows that have the name, compartment and place of another flow here, with another factor; they are found by the id of their flow alone (first: {first}).",
    zh: "有 {count} 个特征化因子，其流与另一流在此处名称、环境介质和地点均相同而因子不同；只按流的标识匹配（首个：{first}）。",
  },
  twice: {
    en: "{count} characterisation factors are given twice with different values for one flow and place; the first was kept (first: {first}).",
    zh: "有 {count} 个特征化因子对同一流与地点给出了两个不同的值；保留第一个（首个：{first}）。",
  },
  part: {
    en: "{count} characterisation factors are of parts of a medium that are not known here: each is taken for the whole medium, so that it also scores flows for which its method may have another factor, or none: {names}.",
    zh: "有 {count} 个特征化因子属于此处未知的子环境介质：各按整个介质采用，因此也会用于方法中可能另有因子或没有因子的流：{names}。",
  },
  unnamed: { en: "Impact categories of no method", zh: "不属于任何方法的影响类别" },
});

/** A characterisation factor as a format gives it. */
export interface ReadFactor {
  /** Id of the flow, the same as in an inventory of the same files. */
  readonly flow: string;
  readonly name: string;
  /** Its path as it is written in the files. */
  readonly compartment: string;
  readonly cas: string | null;
  /** The unit of the flow's amount. */
  readonly unit: string;
  /** In the category's unit per unit of the flow. */
  readonly value: number;
  /** Code of the place where it holds; null if it holds everywhere. */
  readonly location: string | null;
}

export interface ReadCategory {
  readonly name: string;
  readonly unit: string;
  readonly factors: readonly ReadFactor[];
}

export interface ReadMethod {
  /** Empty for categories that no method names. */
  readonly name: string;
  readonly categories: readonly ReadCategory[];
}

const longTerm = /long[- ]term/i;

/**
 * The methods of some files as the library uses them. The code of an indicator is its name, with that of its method before it where
 * several have it: codes are unique among the methods of an import.
 */
export function impactMethodsOf(read: readonly ReadMethod[], notes: ImportNotes): ImpactMethod[] {
  const titles = unique(read.map(({ name }) => name.trim() || texts.unnamed().texts.en));
  const shared = new Set<string>();
  const names = read.flatMap(({ categories }) => categories.map(({ name }) => name));
  for (const [at, name] of names.entries()) if (names.indexOf(name) !== at) shared.add(name);
  const codes = unique(
    read.flatMap(({ categories }, m) =>
      categories.map(({ name }) => (shared.has(name) ? `${titles[m]}, ${name}` : name)),
    ),
  );
  let next = 0;
  return read.map(({ categories }, m) => {
    const own = categories.map((category) => ({ category, code: codes[next++]! }));
    return {
      id: titles[m]!,
      name: titles[m]!,
      version: "",
      origin: "import",
      indicators: own.map(({ code, category: { name, unit } }) => ({ code, name, unit, kind: "impact" as const })),
      factors: own.flatMap(({ category, code }) => factorsOf(category, code, notes)),
    };
  });
}

function factorsOf({ name: category, factors }: ReadCategory, indicator: string, notes: ImportNotes): ImpactFactor[] {
  const byName = new Map<string, ReadFactor>();
  const byId = new Map<string, ReadFactor>();
  // Long-term emissions are of the same compartment here; the others stand for the name.
  const order = [...factors].sort(
    (p, q) => Number(longTerm.test(p.compartment)) - Number(longTerm.test(q.compartment)),
  );
  return order.flatMap((factor): ImpactFactor[] => {
    const { flow, name, unit, cas, value, location } = factor;
    const label = `${category}: ${name}`;
    const id = `${flow}\n${location ?? ""}`;
    const before = byId.get(id);
    if (before) {
      if (before.value !== value || before.unit !== unit) notes.add(texts.twice, label);
      return [];
    }
    byId.set(id, factor);
    const written = factor.compartment.trim();
    const found = compartmentOf(written);
    if (found && !found.complete) notes.add(texts.part, `${label} (${written})`);
    const compartment = found?.context ?? (written.toLowerCase() || "unspecified");
    const key = [flowKey(name), compartment, location ?? ""].join("\n");
    const same = byName.get(key);
    if (!same) byName.set(key, factor);
    else if (same.value !== value || same.unit !== unit) notes.add(texts.same, label);
    return [
      {
        indicator,
        flow: name,
        compartment: same ? "" : compartment,
        unit,
        value,
        flowId: flow,
        ...(cas !== null && { cas }),
        ...(location !== null && location !== "" && { location }),
      },
    ];
  });
}

/** Names of which each occurs once: "A", "A (2)". */
function unique(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let found = name;
    for (let count = 2; taken.has(found); count++) found = `${name} (${count})`;
    taken.add(found);
    return found;
  });
}
