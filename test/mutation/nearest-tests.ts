import { dirname, posix } from "node:path";
import { type Imports, readTree } from "../measure/tree.ts";

const folders = ["app", "cli", "kernel", "lib", "test/unit", "test/reference"];

/** An import of a value or a module that is loaded later; types alone run nothing. */
const specifier = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+\.ts)"/g;

/** What the sources and tests below a root import of each other. */
export function readImports(root: string): Imports {
  return new Map([...readTree(root, folders)].map(([file, source]) => [file, importsIn(file, source)]));
}

export function importsIn(file: string, source: string): string[] {
  const run = source.replaceAll(/import type [^;]*;/g, "");
  return [...run.matchAll(specifier)].map(([, path]) => posix.join(dirname(file), path!));
}

/** The tests that reach a file through the fewest imports, the nearest first; of those as near as each other the ones with more of its name. */
export function nearestTests(file: string, imports: Imports, most: number): string[] {
  const importers = new Map<string, string[]>();
  for (const [from, paths] of imports) for (const to of paths) importers.set(to, [...(importers.get(to) ?? []), from]);
  const words = wordsOf(file);
  const alike = (path: string) => wordsOf(path).filter((word) => words.includes(word)).length;
  const seen = new Set([file]);
  const found: string[] = [];
  for (let level = [file]; level.length > 0 && found.length < most; ) {
    level = [...new Set(level.flatMap((each) => importers.get(each) ?? []))].filter((each) => !seen.has(each)).sort();
    for (const each of level) seen.add(each);
    const tests = level.filter((each) => each.endsWith(".test.ts"));
    found.push(...tests.sort((one, other) => alike(other) - alike(one)));
  }
  return found.slice(0, most);
}

/** Its folders and its name: most are imported by way of an index, which makes all tests of their floor as near as each other. */
const wordsOf = (path: string) => path.replace(/(?:\.test)?\.ts$/, "").split("/");
