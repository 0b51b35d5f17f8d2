import { compileCell } from "../../kernel/compile/index.ts";
import { parseNotebook } from "../../kernel/document/index.ts";
import { distributions } from "../../kernel/stdlib/distributions.ts";
import { namespaceNames } from "../../lib/namespaces.ts";

/**
 * What a notebook asks of the program that runs it: kinds of cells, and names that no cell of it defines. The tools of the library
 * come to every page in the same way, each domain as a file of its own, and so do all distributions.
 */
function askedBy(notebook: string): string[] {
  const { cells } = parseNotebook(notebook);
  const compiled = cells.map((cell) => compileCell(cell, { builtins: [] }));
  const own = new Set(compiled.flatMap(({ outputs }) => outputs));
  const known = new Set<string>([
    ...own,
    ...namespaceNames,
    ...Object.keys(distributions),
    ...Object.getOwnPropertyNames(globalThis),
  ]);
  const others = compiled.flatMap(({ inputs }) => inputs).filter((input) => !known.has(input));
  return [...new Set([...cells.map(({ kind }) => `a cell of ${kind}`), ...others])];
}

/**
 * Notebooks that ask together for all that any of these asks for, each for something that those before it do not, short ones first. Their pages have one
 * program; what it computes is held against Node for every notebook in the workbench.
 */
export function covering(notebooks: ReadonlyMap<string, string>): string[] {
  const asked = new Map([...notebooks].map(([name, text]) => [name, askedBy(text)]));
  const chosen: string[] = [];
  const seen = new Set<string>();
  const lengthOf = (name: string) => parseNotebook(notebooks.get(name)!).cells.length;
  const newIn = (name: string) => asked.get(name)!.filter((each) => !seen.has(each)).length;
  for (;;) {
    const [most] = [...notebooks.keys()].sort((a, b) => newIn(b) - newIn(a) || lengthOf(a) - lengthOf(b));
    if (most === undefined || newIn(most) === 0) return chosen;
    chosen.push(most);
    for (const each of asked.get(most)!) seen.add(each);
  }
}
