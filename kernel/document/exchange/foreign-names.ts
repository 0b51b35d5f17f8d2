import { kindOf, tagsOfKinds } from "../../cell/kinds.ts";
import { cellNames } from "../../cell/names.ts";
import { compileCell } from "../../compile/index.ts";
import { timerNames } from "../../random/timers.ts";
import type { Cell } from "../notebook.ts";

/** The names that Observable Framework gives to the code of a page. */
const framework = words(`
  display view invalidation visibility width now dark resize Generators Mutable FileAttachment Inputs Plot d3 htl html svg tex md
  sql DuckDBClient SQLiteDatabaseClient dot mermaid topojson vl aq Arrow duckdb L React ReactDOM echarts mapboxgl us _
`);

/**
 * The names of Observable's older standard library, which Quarto's cells have; `display` and `view` are written in its own way.
 * Its `Mutable` is another.
 */
const older = words(`
  display view invalidation visibility width now require resolve DOM Files Promises Generators FileAttachment Inputs Plot d3
  htl html svg tex md dot mermaid topojson vl aq Arrow L _ SQLite SQLiteDatabaseClient DuckDBClient Secret layoutWidth transpose
`);

/** Names of the programs that run the JavaScript of Jupyter. */
const jupyter = words("Deno tslab process Buffer");

const namesThere = { framework, quarto: older } as const;

/** A cell that uses names which do not exist where it goes. */
export interface Lack {
  readonly cell: number;
  /** Its place in the notebook, from 1. */
  readonly place: number;
  readonly names: readonly string[];
}

/** The cells that use names of Framework, of the older standard library or of Jupyter that neither a notebook nor its cells have. */
export function lackingHere(cells: readonly Cell[]): Lack[] {
  const here = namesHere();
  return lacks(cells, (name) => [framework, older, jupyter].some((names) => names.has(name)) && !here.has(name));
}

/** The cells that use names of a notebook that do not exist in Framework or Quarto. */
export function lackingThere(cells: readonly Cell[], there: keyof typeof namesThere): Lack[] {
  const here = namesHere();
  for (const name of ["Math", "Date", ...timerNames]) here.delete(name);
  return lacks(cells, (name) => here.has(name) && !namesThere[there].has(name));
}

/** The names of the older standard library that a notebook does not have. */
export function isLackingOlderName(name: string): boolean {
  return older.has(name) && !namesHere().has(name);
}

function lacks(cells: readonly Cell[], isLacking: (name: string) => boolean): Lack[] {
  const compiled = cells.map((cell) => (kindOf(cell.kind).source ? compileCell(cell) : undefined));
  const declared = new Set(compiled.flatMap((cell) => cell?.outputs ?? []));
  return cells.flatMap(({ id }, i) => {
    const { inputs = [], parameters = [] } = compiled[i] ?? {};
    const names = [...inputs, ...parameters].filter((name) => isLacking(name) && !declared.has(name));
    return names.length > 0 ? [{ cell: id, place: i + 1, names }] : [];
  });
}

function namesHere(): Set<string> {
  return new Set([...cellNames.map(({ name }) => name), ...Object.keys(tagsOfKinds())]);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
