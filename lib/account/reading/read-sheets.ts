import { type Message, messages } from "../../message/message.ts";
import type { LeftOut, ReadLine, ReadOutcome, Sheet, SheetReading } from "../line-shape.ts";
import type { Asked } from "./read-request.ts";

const texts = messages("account.read", {
  head: { en: "The head of the table.", zh: "表头。" },
  empty: { en: "The row is empty.", zh: "空行。" },
  unreadable: { en: "It has no amount that can be read.", zh: "没有可读取的数量。" },
});

const heads = {
  name: /^(name|material|fuel|item|activity|名称|品名|材料|燃料)/i,
  amount: /^(amount|quantity|qty|consumption|数量|用量|消耗量)/i,
  unit: /^(unit|uom|单位)/i,
  site: /^(site|facility|plant|场所|工厂)/i,
  year: /^(year|年份?)$/i,
} as const;

/** Reads sheets into lines: each row is a line, or is left out with its reason. */
export function readSheets(sheets: readonly Sheet[], asked: Asked = {}): ReadOutcome {
  const lines: ReadLine[] = [];
  const leftOut: LeftOut[] = [];
  const readings: SheetReading[] = [];
  for (const sheet of sheets) {
    const first = sheet.first ?? 1;
    const texted = sheet.rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell).trim())));
    const head = texted.findIndex((row) => row.filter((cell) => cell !== "").length > 1);
    const columns = texted[head] ?? [];
    const find = (role: keyof typeof heads) => columns.findIndex((text) => heads[role].test(text));
    const at = {
      name: find("name"),
      amount: find("amount"),
      unit: find("unit"),
      site: find("site"),
      year: find("year"),
    };
    let count = 0;
    texted.forEach((row, i) => {
      const out = (kind: LeftOut["kind"], reason: Message) =>
        leftOut.push({
          sheet: sheet.name,
          row: first + i,
          column: null,
          text: row.join("\t").slice(0, 300),
          kind,
          reason,
        });
      const amount = Number(row[at.amount] || Number.NaN);
      if (row.every((cell) => cell === "")) {
        out("empty", texts.empty());
        return;
      }
      if (i <= head) {
        out("head", texts.head());
        return;
      }
      if (!Number.isFinite(amount)) {
        out("unreadable", texts.unreadable());
        return;
      }
      count++;
      const year = Number(row[at.year] || Number.NaN);
      lines.push({
        sheet: sheet.name,
        row: first + i,
        column: null,
        name: row[at.name] ?? "",
        amount,
        unit: row[at.unit] ?? "",
        unitFrom: at.unit >= 0 ? "column" : "none",
        site: row[at.site] ?? null,
        place: null,
        year: Number.isInteger(year) ? year : (asked.year ?? null),
        period: null,
        supplier: null,
        scope: null,
        code: null,
        distance: null,
        notes: [],
      });
    });
    const roleOf = (c: number) => Object.entries(at).find(([, place]) => place === c)?.[0] ?? "not used";
    readings.push({
      sheet: sheet.name,
      head: head < 0 ? null : { first: first + head, last: first + head },
      columns: columns.map((text, c) => ({ head: text, role: roleOf(c), unit: null })),
      decimal: null,
      isUsed: count > 0,
      reason: count > 0 ? null : texts.empty(),
      lines: count,
    });
  }
  return { lines, leftOut, asks: [], sheets: readings, notes: [] };
}
