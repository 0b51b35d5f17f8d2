import { type Data, Field, Float64, makeData, RecordBatch, Schema, Struct, Table, Vector } from "apache-arrow";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { convertColumn, converts } from "../../lib/quantity/quantity.ts";
import { numberData } from "../services/compute/column-data.ts";
import { missingIn } from "../services/compute/packed-table.ts";

const texts = messages("stdlib", {
  noColumnInUnit: {
    en: "No column of the table can be converted to `{unit}`; their units are {units}.",
    zh: "表中没有可换算为 `{unit}` 的字段；各字段的单位为 {units}。",
  },
});

/**
 * Converts all convertible columns of a table to a unit; the others are unchanged: `inUnit(accounts.balance, "Mt")`. The gas in
 * a unit is kept: `kt CO2` becomes `Mt CO2`. Throws a sentence if no column can be converted.
 */
export function inUnit(table: Table, unit: string): Table {
  const targets = table.schema.fields.map((field) => targetOf(field, unit));
  if (targets.every((target) => target === undefined)) {
    const units = table.schema.fields.map(unitOf).filter((each) => each !== "none");
    throw new Fault(texts.noColumnInUnit({ unit, units: [...new Set(units)] }));
  }
  const fields = table.schema.fields.map((field, i) => targets[i] ?? field);
  const schema = new Schema(fields, table.schema.metadata);
  const batches = table.batches.map(({ data, numRows: length }) => {
    const children = data.children.map((child, i) => {
      const target = targets[i];
      return target ? convertValues(child, unitOf(table.schema.fields[i]!), unitOf(target)) : child;
    });
    return new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children }));
  });
  return new Table(schema, batches);
}

function unitOf({ metadata }: Field): string {
  return metadata.get("unit") ?? "none";
}

/** The field in the other unit; undefined if it cannot be converted. */
function targetOf(field: Field, unit: string): Field | undefined {
  const from = unitOf(field);
  if (from === "none" || !/^(Int|Uint|Float)/.test(String(field.type))) return undefined;
  const ofGas = from.replace(/^\S+/, unit);
  const to = [unit, ofGas].find((each) => converts(from, each));
  if (to === undefined) return undefined;
  return new Field(field.name, new Float64(), true, new Map([...field.metadata, ["unit", to]]));
}

function convertValues(column: Data, from: string, to: string): Data {
  const { length } = column;
  const vector = new Vector([column]);
  const given = Array.from({ length }, (_, row) => vector.get(row) as number | bigint | null);
  return numberData(convertColumn(given.map(Number), from, to), missingIn(given));
}
