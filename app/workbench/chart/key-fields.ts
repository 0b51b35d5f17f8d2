import type { TemplateResult } from "lit";
import { writeFormulas } from "../../../lib/charts/number-text.ts";
import { say, sayText } from "../../language/speech.ts";
import type { ChartChoice } from "./chart-choice.ts";
import type { ChartTable } from "./chart-table.ts";
import { chartTexts } from "./chart-texts.ts";
import { valueNames } from "./measure-names.ts";
import { select } from "./select-field.ts";

type Change = (change: Partial<ChartChoice>) => void;

/** A field for each column of names beside that of places: all its values summed, each drawn, or one. */
export function keyFields(choice: ChartChoice, table: ChartTable, change: Change): TemplateResult[] {
  const maySplit = choice.form !== "map" && choice.form !== "scatter" && choice.measures.length === 1;
  const sums = choice.measures.every((name) => table.measures.find(({ column }) => column === name)?.sums);
  return table.keys.map(({ column, values, sums: maySum }) => {
    const value =
      choice.split === column ? "each" : choice.where[column] === undefined ? "all" : `=${choice.where[column]}`;
    const options = [
      ...(maySum && sums ? [["all", say(chartTexts.all())] as const] : []),
      ...(maySplit ? [["each", say(chartTexts.each())] as const] : []),
      ...values.map((each) => [`=${each}`, nameOf(each)] as const),
    ];
    return select(column, value, options, (chosen) => {
      const { [column]: _before, ...where } = choice.where;
      const split = chosen === "each" ? column : choice.split === column ? null : choice.split;
      change({ split, where: chosen.startsWith("=") ? { ...where, [column]: chosen.slice(1) } : where });
    });
  });
}

function nameOf(value: string): string {
  const name = valueNames.get(value);
  return writeFormulas(name ? sayText(name) : value);
}
