import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A value that a library of TypeScript declares for every script. */
const declaration = /^declare (?:var|let|const|function|class|namespace|abstract class) ([\w$]+)/gm;

/**
 * The names of values that a browser gives to every script, as TypeScript's own libraries of the language and of the DOM
 * declare them: no list of ours could be as complete, and no browser runs here that could be asked.
 */
export function browserNames(): ReadonlySet<string> {
  const folder = dirname(createRequire(import.meta.url).resolve("typescript6"));
  const names = new Set(["globalThis", "undefined"]);
  for (const file of readdirSync(folder)) {
    if (!/^lib\.(?:es.*|dom(?:\..*)?|decorators.*)\.d\.ts$/.test(file)) continue;
    for (const [, name] of readFileSync(join(folder, file), "utf8").matchAll(declaration)) names.add(name!);
  }
  return names;
}
