/** What a column of a bill of materials holds. */
export const billFields = ["name", "amount", "unit", "origin"] as const;
export type BillField = (typeof billFields)[number];

/** Headings of columns in English, German and Chinese, in lower case; of several in a row, the first counts. */
const headings: Readonly<Record<BillField, readonly string[]>> = {
  name: [
    "material",
    "name",
    "component",
    "description",
    "part name",
    "item",
    "part",
    "werkstoff",
    "bezeichnung",
    "benennung",
    "komponente",
    "artikel",
    "bauteil",
    "beschreibung",
    "材料",
    "材料名称",
    "物料",
    "物料名称",
    "名称",
    "品名",
    "零件名称",
    "描述",
  ],
  amount: [
    "amount",
    "quantity",
    "qty",
    "mass",
    "weight",
    "menge",
    "anzahl",
    "masse",
    "gewicht",
    "数量",
    "用量",
    "重量",
    "质量",
    "净重",
    "kg",
    "g",
    "t",
  ],
  unit: ["unit", "units", "uom", "unit of measure", "einheit", "me", "mengeneinheit", "单位", "计量单位"],
  origin: [
    "origin",
    "country",
    "country of origin",
    "herkunft",
    "ursprung",
    "herkunftsland",
    "land",
    "产地",
    "原产地",
    "原产国",
  ],
};

/** Names of rows that sum others. */
const TOTAL =
  /^(grand[ -]?|sub-?)?(totals?|sum|summe|gesamt(summe|gewicht|masse|menge)?|zwischensumme)(?!\p{L})|^(合计|总计|小计|共计|总重|总质量|总量)/iu;

export const isTotal = (name: string) => TOTAL.test(name.trim());

/** Columns of a bill by their places, and a unit that the heading of the amounts names. */
export interface BillColumns {
  readonly at: Readonly<Partial<Record<BillField, number>>>;
  readonly unit: string | null;
  /** Headings that nothing is taken from. */
  readonly others: readonly string[];
}

/** The columns if these cells are headings: a name and an amount at least. */
export function columnsOf(cells: readonly string[]): BillColumns | undefined {
  const plain = cells.map((cell) => headingOf(cell));
  const at: Partial<Record<BillField, number>> = {};
  for (const field of billFields) {
    const found = headings[field].map((heading) => plain.findIndex(({ text }) => text === heading)).find((k) => k >= 0);
    if (found !== undefined) at[field] = found;
  }
  // Beside an amount and a unit, the one heading in words that are not known is that of the names: qty / unit / thing.
  const unknown = [...cells.keys()].filter((k) => cells[k] !== "" && !Object.values(at).includes(k));
  if (at.name === undefined && at.unit !== undefined && unknown.length === 1) at.name = unknown[0]!;
  if (at.name === undefined || at.amount === undefined || at.name === at.amount) return undefined;
  const used = new Set(Object.values(at));
  return { at, unit: plain[at.amount]!.unit, others: cells.filter((cell, k) => cell !== "" && !used.has(k)) };
}

/** Without headings: name, amount, unit and origin, in this order. */
export const plainColumns: BillColumns = { at: { name: 0, amount: 1, unit: 2, origin: 3 }, unit: null, others: [] };

/** "Menge [kg]" and "重量（kg）" name a unit. */
function headingOf(cell: string): { readonly text: string; readonly unit: string | null } {
  const plain = cell.normalize("NFKC").toLowerCase().trim();
  const [, text = plain, unit] = /^(.*?)\s*(?:[([]\s*([^)\]]+?)\s*[)\]]|[,\s]\s*(?:in\s+)?(kg|g|t))$/.exec(plain) ?? [];
  // A unit alone heads the amounts: part, material, kg.
  return { text: text.replace(/[.:]$/, ""), unit: unit ?? (["kg", "g", "t"].includes(text) ? text : null) };
}
