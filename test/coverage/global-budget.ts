import { WORLD } from "../../lib/panorama/national-series.ts";
import { CO2_OF_CARBON } from "../../lib/panorama/tools/editions.ts";
import { landUseOf } from "../../lib/panorama/tools/sources.ts";
import { Z95 } from "../../lib/uncertainty/distributions/normal-law.ts";
import { modelEnsemble } from "../../lib/uncertainty/propagation/model-ensemble.ts";
import { Count, type ShippedInterval } from "./interval.ts";
import { read, rowsWhere } from "./shipped.ts";

type Series = ReadonlyMap<number, number>;

/** The terms of the global budget with the σ that it states, and the interval of a further model. */
export async function globalBudget(): Promise<ShippedInterval[]> {
  const [budget, sigma, models] = await Promise.all([
    read("carbon_budget_global"),
    read("carbon_budget_sigma"),
    read("carbon_budget_models"),
  ]);
  const termOf = (term: string) => seriesOf(budget.numbers("year"), budget.numbers(`${term}_gtc`));
  const halfOf = (term: string, value: number) => {
    const [row] = rowsWhere(sigma, { term });
    const each = sigma.numbers("sigma")[row!]!;
    return Z95 * each * (sigma.texts("sigma_kind")[row!] === "relative" ? value : 1);
  };
  const held = (term: string, others: readonly Series[]) => {
    const count = new Count();
    const ours = termOf(term);
    for (const other of others)
      for (const [year, value] of other) {
        const mean = ours.get(year);
        if (mean !== undefined) count.add(value, mean - halfOf(term, mean), mean + halfOf(term, mean));
      }
    return count;
  };
  const modelsOf = (component: string, role: string) => {
    const [names, years, values] = [models.texts("model"), models.numbers("year"), models.numbers("gtc")];
    const found = new Map<string, Map<number, number>>();
    for (const row of rowsWhere(models, { component, role })) {
      const series = found.get(names[row]!) ?? new Map<number, number>();
      found.set(names[row]!, series);
      if (values[row] !== null) series.set(years[row]!, values[row]!);
    }
    return found;
  };
  const before = (component: string) => [...modelsOf(component, "budget").values()];
  const term = (of: string, others: ShippedInterval["tests"]): ShippedInterval => ({
    name: `global budget: ${of.replaceAll("_", " ")}`,
    shownBy: ["carbon_budget_global", "budget.carbon", "global-budget"],
    nominal: "95 %",
    tests: others,
  });
  return [
    term("land_use_change", [held("land_use_change", before("land_use_change")).against("editionOf2024")]),
    term("ocean_sink", [held("ocean_sink", before("ocean_sink")).against("editionOf2024")]),
    term("land_sink", [held("land_sink", before("land_sink")).against("editionOf2024")]),
    await worldLand(termOf("land_use_change"), (value) => halfOf("land_use_change", value)),
    furtherModel([
      modelsOf("ocean_sink", "ocean model"),
      modelsOf("ocean_sink", "observation product"),
      modelsOf("land_sink", "vegetation model"),
    ]),
  ];
}

function seriesOf(years: ArrayLike<number | null>, values: ArrayLike<number | null>): Series {
  const series = new Map<number, number>();
  for (let row = 0; row < years.length; row++) {
    const value = values[row] ?? null;
    if (value !== null) series.set(years[row]!, value);
  }
  return series;
}

/** The world's land-use change as the ladder has it, the mean of three models, against the budget of 2025. Gt C. */
async function worldLand(newest: Series, halfOf: (value: number) => number): Promise<ShippedInterval> {
  const models = await landUseOf({ regions: [WORLD], years: [] }, read);
  const count = new Count();
  for (const [year, value] of newest) {
    const found = models.flatMap((model) => model.at(WORLD, year) ?? []);
    if (found.length < models.length) continue;
    const mean = found.reduce((sum, each) => sum + each, 0) / found.length / 1000 / CO2_OF_CARBON;
    count.add(value, mean - halfOf(mean), mean + halfOf(mean));
  }
  return {
    name: "land-use change of the world",
    shownBy: ["panorama.ladder"],
    nominal: "95 %",
    tests: [count.against("editionOf2025")],
  };
}

/** Each model is left out in turn, and its mean held against the interval that the others give. */
function furtherModel(groups: readonly ReadonlyMap<string, Series>[]): ShippedInterval {
  const count = new Count();
  for (const models of groups)
    for (const out of models.keys()) {
      const years = [...models.get(out)!.keys()].filter((year) => [...models.values()].every((each) => each.has(year)));
      if (years.length === 0) continue;
      const others = [...models].filter(([member]) => member !== out);
      const rows = others.flatMap(([member, series]) => years.map((at) => ({ member, at, value: series.get(at)! })));
      const { lo, hi } = modelEnsemble(rows);
      const mean = years.reduce((sum, year) => sum + models.get(out)!.get(year)!, 0) / years.length;
      if (lo !== null && hi !== null) count.add(mean, lo, hi);
    }
  return {
    name: "a further model of an ensemble",
    shownBy: ["uncertainty.ensemble", "budget.ensemble", "global-budget"],
    nominal: "95 %",
    tests: [count.against("modelLeftOut")],
  };
}
