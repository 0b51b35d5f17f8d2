import * as whole from "d3";

type Converter = (row: string[], i: number) => unknown;
type RowFunction = (row: Record<string, string>, i: number, columns: string[]) => unknown;

/** Whether the host of the page lets no text become code, as d3-dsv makes the function that gives the objects of rows. */
let isRefused: boolean | undefined;

function mayNotEvaluate(): boolean {
  if (isRefused === undefined) {
    try {
      new Function("");
      isRefused = false;
    } catch {
      isRefused = true;
    }
  }
  return isRefused;
}

/** The format of d3, which on such a host makes the objects of rows in a loop instead: slower, and otherwise the same. */
export function dsvFormat(delimiter: string): whole.DSV {
  const format = whole.dsvFormat(delimiter);
  const parse = (text: string, f?: RowFunction) => {
    if (!mayNotEvaluate()) return f ? format.parse(text, f as never) : format.parse(text);
    let columns: string[] | undefined;
    const rows = format.parseRows(text, ((row, i) => {
      if (!columns) {
        columns = row;
        return null;
      }
      const object: Record<string, string> = {};
      for (const [at, name] of columns.entries()) object[name] = row[at] || "";
      return f ? f(object, i - 1, columns) : object;
    }) satisfies Converter as never);
    return Object.assign(rows, { columns: columns ?? [] });
  };
  return { ...format, parse: parse as whole.DSV["parse"] };
}

/** Looks `Math.random` up at each draw: d3 keeps the one that it finds when it is loaded, which a notebook's seed may not reach. */
const random = () => Math.random();

type Distribution = { source(source: () => number): (...parameters: number[]) => () => number };

/**
 * The distributions of d3, but for `randomLcg`, which takes a seed. Each is made anew from its source: those that draw from the normal
 * one would keep its second value for the next call, which may be of another cell.
 */
const randoms = Object.fromEntries(
  Object.entries(whole as unknown as Record<string, Distribution>)
    .filter(([name, value]) => name.startsWith("random") && "source" in value)
    .map(([name, { source }]) => [
      name,
      Object.assign((...parameters: number[]) => source(random)(...parameters), { source }),
    ]),
) as unknown as Pick<typeof whole, Exclude<Extract<keyof typeof whole, `random${string}`>, "randomLcg">>;

/** D3 as cells have it. */
export const d3 = {
  ...whole,
  ...randoms,
  shuffle: whole.shuffler(random) as typeof whole.shuffle,
  dsvFormat,
  csvParse: dsvFormat(",").parse,
  tsvParse: dsvFormat("\t").parse,
};
