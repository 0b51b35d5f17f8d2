type Cell = string | number;

/** Columns and the value, or values, that the rows of a part have in them. */
export type Part = Readonly<Record<string, Cell | readonly Cell[]>>;

/** A part as SQL says it; empty for the whole. */
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
