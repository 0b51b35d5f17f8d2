import { numberShape, shapes } from "../../files/table/number-text.ts";
import type { Asker } from "./asker.ts";
import { type FoundTable, type Row, textOf } from "./find-tables.ts";
import { cellAmount } from "./read-amount.ts";
import { texts } from "./reading-texts.ts";
import { cellAt } from "./table-columns.ts";

interface Evidence {
  point: number;
  comma: number;
  /** The first amount that may be two numbers. */
  either: { readonly row: number; readonly text: string } | null;
}

const german = /[äöüß]|menge|verbrauch|einheit|strom|kosten|consommation|quantité|cantidad|consumo/i;

/** The decimal sign of each column of amounts: by its own amounts, those of the other columns, or what is answered. */
export function decimalSigns(
  given: { readonly sheet: string; readonly first: number; readonly rows: readonly Row[]; readonly table: FoundTable },
  columns: readonly number[],
  asked: "." | "," | undefined,
  asker: Asker,
): Map<number, "." | ","> {
  const { sheet, first, rows, table } = given;
  if (asked) return new Map(columns.map((c) => [c, asked]));
  const evidence = new Map(columns.map((c) => [c, evidenceOf(rows, table, c)]));
  let point = 0;
  let comma = 0;
  for (const each of evidence.values()) {
    point += each.point;
    comma += each.comma;
  }
  const signs = new Map<number, "." | ",">();
  for (const [c, own] of evidence) {
    if (own.point !== own.comma) signs.set(c, own.point > own.comma ? "." : ",");
    else if (own.either === null || point !== comma) signs.set(c, comma > point ? "," : ".");
    else {
      const column = table.heads[c]?.text ?? "";
      const amount = cellAmount(own.either.text);
      const heads = table.heads.map(({ text }) => text).join(" ");
      const place = { sheet, row: first + own.either.row };
      const answer = asker.ask(
        {
          key: `decimal:${sheet}:${column}`,
          question: () => texts.askDecimal({ ...place, column, text: own.either!.text }),
          options: [
            { value: ".", label: texts.point({ value: amount.point }) },
            { value: ",", label: texts.comma({ value: amount.comma }) },
          ],
          assumed: german.test(heads) ? "," : ".",
        },
        place,
      );
      signs.set(c, answer === "," ? "," : ".");
    }
  }
  return signs;
}

function evidenceOf(rows: readonly Row[], { body, end }: FoundTable, column: number): Evidence {
  const evidence: Evidence = { point: 0, comma: 0, either: null };
  for (let r = body; r < end; r++) {
    const cell = cellAt(rows[r]!, column);
    if (typeof cell !== "string") continue;
    const text = textOf(cell);
    const shape = numberShape(text);
    if (
      shape !== 0 &&
      !(shape & (shapes.eitherComma | shapes.eitherPoint)) &&
      (shape & shapes.point) !== 0 &&
      (shape & shapes.comma) !== 0
    )
      continue;
    const { kind, point, comma } = cellAmount(text);
    if (kind !== "number" || point === comma) continue;
    if (Number.isNaN(comma)) evidence.point++;
    else if (Number.isNaN(point)) evidence.comma++;
    else evidence.either ??= { row: r, text };
  }
  return evidence;
}
