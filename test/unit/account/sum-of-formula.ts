import { utils, type WorkSheet } from "@e965/xlsx";

/** The value of a sum of SUM and SUMIFS by another reader's cells, as the functions are defined. */
export function sumOfFormula(formula: string, sheets: Readonly<Record<string, WorkSheet>>): number {
  const cellsOf = (reference: string) => {
    const [, sheet, range] = /^'(.+)'!(.+)$/.exec(reference)!;
    const { s, e } = utils.decode_range(range!.replaceAll("$", ""));
    return Array.from(
      { length: e.r - s.r + 1 },
      (_, i) => sheets[sheet!]![utils.encode_cell({ r: s.r + i, c: s.c })]?.v,
    );
  };
  return formula.split("+").reduce((total, call) => {
    const [, name, inside] = /^(SUM|SUMIFS)\((.+)\)$/.exec(call)!;
    const [values, ...conditions] = inside!.split(",");
    const met = cellsOf(values!).map(() => true);
    for (let c = 0; c < conditions.length; c += 2) {
      const wanted = JSON.parse(conditions[c + 1]!) as string;
      const fits = (cell: unknown) =>
        wanted.endsWith("*")
          ? typeof cell === "string" && cell.startsWith(wanted.slice(0, -1))
          : typeof cell === "number" && String(cell) === wanted;
      cellsOf(conditions[c]!).forEach((cell, i) => {
        met[i] &&= fits(cell);
      });
    }
    if ((name === "SUM") !== (conditions.length === 0))
      throw new Error(`“${call}” has conditions that it does not take.`);
    return cellsOf(values!).reduce<number>(
      (sum, cell, i) => sum + (met[i] && typeof cell === "number" ? cell : 0),
      total,
    );
  }, 0);
}
