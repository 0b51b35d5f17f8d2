import type { ColumnMapping } from "../../lib/inventory/account/activity-table.ts";

export type SheetField = keyof ColumnMapping;

/** The fields of a sheet of activity data, in the order of the form. */
export const sheetFields: readonly { readonly name: SheetField; readonly needed: boolean }[] = [
  { name: "category", needed: true },
  { name: "activity", needed: true },
  { name: "unit", needed: true },
  { name: "year", needed: false },
  { name: "value", needed: false },
  { name: "technology", needed: false },
  { name: "plant", needed: false },
  { name: "note", needed: false },
];

/** Column names that suggest a field, in English and Chinese. */
const words: Readonly<Record<SheetField, RegExp>> = {
  category: /^(ipcc |crf |crt )?(category|categories|code|source category)\b|类别|部门/i,
  activity: /^(activity|fuel|product|material|item)\b|活动|燃料|产品|品种/i,
  unit: /^units?\b|单位/i,
  year: /^years?$|年份|^年$/i,
  value: /^(value|amount|quantity|consumption|activity data)\b|数值|数量|消费量/i,
  technology: /^(technology|practice)\b|技术/i,
  plant: /^(plant|site|facility|installation)\b|工厂|设施/i,
  note: /^(notes?|remarks?|comments?)\b|备注|说明/i,
};

/** A first mapping of a sheet's columns by their names; each column is used for one field. */
export function guessColumns(heads: readonly string[]): Partial<ColumnMapping> {
  const taken = new Set<string>();
  const guess: Partial<Record<SheetField, string>> = {};
  for (const { name } of sheetFields) {
    const exact = heads.find((head) => !taken.has(head) && head.trim().toLowerCase() === name);
    const head = exact ?? heads.find((each) => !taken.has(each) && words[name].test(each.trim()));
    if (head === undefined) continue;
    taken.add(head);
    guess[name] = head;
  }
  return guess;
}

/** The first mapping by names of columns, then by how the sheet was read; each column is used for one field. */
export function firstColumns(heads: readonly string[], read: Partial<ColumnMapping>): Partial<ColumnMapping> {
  const guess = guessColumns(heads);
  const taken = new Set(Object.values(guess));
  const others = Object.entries(read).filter(([field, head]) => !Object.hasOwn(guess, field) && !taken.has(head));
  return { ...guess, ...Object.fromEntries(others) };
}
