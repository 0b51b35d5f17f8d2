type Cell = string | number;

/** A part of a dataset: columns with the value, or values, of its rows. */
export type Part = Readonly<Record<string, Cell | readonly Cell[]>>;

/** A part as an SQL condition; empty for the whole. */
export function conditionOf(part: Part): string {
  const terms = Object.entries(part).map(([column, wanted]) => {
    const values = [wanted].flat().map(literal);
    return values.length === 1 ? `${column} = ${values[0]}` : `${column} in (${values.join(", ")})`;
  });
  return terms.join(" and ");
}

function literal(value: Cell): string {
  return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
