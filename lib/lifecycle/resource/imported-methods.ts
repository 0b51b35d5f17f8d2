import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import type { ImpactFactor, ImpactMethod, Indicator } from "../impact/impact-method.ts";
import { importedInventoryNames } from "./dataset-names.ts";
import { Cells } from "./imported-cells.ts";

/** Rows between two pauses. */
const BLOCK = 20_000;

/**
 * The impact methods that were imported with an inventory, from its datasets; none if it was imported before methods were kept.
 * Throws LifecycleError, which names dataset, row and column.
 */
export async function importedMethods(source: string, read: Read, work: Work = uninterrupted): Promise<ImpactMethod[]> {
  const names = importedInventoryNames(source);
  const about = new Cells(source, names.inventory, await read(names.inventory));
  if (!about.has("impact_indicators")) return [];
  const sized = async (name: string, column: string) => {
    const rows = about.integer(column, 0, 2 ** 31 - 1)(0);
    if (rows === 0) return undefined;
    const cells = new Cells(source, name, await read(name));
    cells.mustHave(rows);
    return cells;
  };
  const indicatorCells = await sized(names.indicators, "impact_indicators");
  if (!indicatorCells) return [];
  const [method, code] = [indicatorCells.text("method"), indicatorCells.text("code")];
  const [name, unit] = [indicatorCells.text("name"), indicatorCells.text("unit")];
  const found = new Map<string, { indicators: Indicator[]; factors: ImpactFactor[] }>();
  const holders = indicatorCells.map((row) => {
    const holder = found.get(method(row)) ?? { indicators: [], factors: [] };
    found.set(method(row), holder);
    holder.indicators.push({ code: code(row), name: name(row), unit: unit(row), kind: "impact" });
    return { code: code(row), holder };
  });
  const cells = await sized(names.factors, "impact_factors");
  if (cells) {
    const indicator = cells.integer("indicator", 0, holders.length - 1);
    const [flow, compartment] = [cells.text("flow"), cells.text("compartment")];
    const [flowUnit, value] = [cells.text("unit"), cells.number("value")];
    const [flowId, cas, location] = [cells.maybeText("flow_id"), cells.maybeText("cas"), cells.maybeText("location")];
    for (let row = 0; row < cells.rows; row++) {
      if (row % BLOCK === 0) await work.pause();
      const { code: own, holder } = holders[indicator(row)]!;
      const [id, number, place] = [flowId(row), cas(row), location(row)];
      holder.factors.push({
        indicator: own,
        flow: flow(row),
        compartment: compartment(row),
        unit: flowUnit(row),
        value: value(row),
        ...(id !== null && { flowId: id }),
        ...(number !== null && { cas: number }),
        ...(place !== null && { location: place }),
      });
    }
  }
  return [...found].map(([id, { indicators, factors }]) => ({
    id,
    name: id,
    version: "",
    origin: source,
    indicators,
    factors,
  }));
}
