import type { DistributionSpec } from "../../lib/uncertainty/distributions/distribution-spec.ts";

/** Another set of inputs and samples under which a notebook is evaluated. */
export interface Scenario {
  readonly name: string;
  /** Values of the notebook's inputs, by name. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Distributions or fixed numbers that override those of the cells, by sample. */
  readonly samples: Readonly<Record<string, DistributionSpec | number>>;
}

/** The attribute of the notebook that stores its scenarios, as JSON. */
export const scenariosAttribute = "data-scenarios";

/** The stored scenarios of a notebook; invalid ones are skipped. Null if the attribute cannot be parsed. */
export function readScenarios(text: string | undefined): Scenario[] | null {
  if (text === undefined || text.trim() === "") return [];
  try {
    const all: unknown = JSON.parse(text);
    if (!Array.isArray(all)) return null;
    return all.flatMap((each) => {
      if (!isRecord(each) || typeof each.name !== "string") return [];
      const { name, inputs, samples } = each;
      const read = isRecord(samples) ? Object.entries(samples).filter(([, value]) => isSampleValue(value)) : [];
      return [
        { name, inputs: isRecord(inputs) ? inputs : {}, samples: Object.fromEntries(read) as Scenario["samples"] },
      ];
    });
  } catch {
    return null;
  }
}

/** The attribute's value; null if there are no scenarios. */
export function writeScenarios(scenarios: readonly Scenario[]): string | null {
  if (scenarios.length === 0) return null;
  return JSON.stringify(
    scenarios.map(({ name, inputs, samples }) => ({
      name,
      inputs,
      ...(Object.keys(samples).length === 0 ? {} : { samples }),
    })),
  );
}

/** An unused name: the wanted one, or the wanted one with a number. */
export function freeScenarioName(wanted: string, scenarios: readonly Scenario[]): string {
  const taken = new Set(scenarios.map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  let i = 2;
  while (taken.has(`${wanted} ${i}`)) ++i;
  return `${wanted} ${i}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSampleValue(value: unknown): boolean {
  return (typeof value === "number" && Number.isFinite(value)) || (isRecord(value) && typeof value.type === "string");
}
