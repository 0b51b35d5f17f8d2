import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isInstalled } from "../installation/root.ts";

/** A value that a library of TypeScript declares for every script. */
const declaration = /^declare (?:var|let|const|function|class|namespace|abstract class) ([\w$]+)/gm;

/**
 * The names of the values that a browser gives to every script, from TypeScript's own declarations of the language and of the
 * DOM: a list of ours would be incomplete, and there is no browser here to query.
 */
export function browserNames(root: string): ReadonlySet<string> {
  // The package has the names without TypeScript.
  if (isInstalled) return new Set(JSON.parse(readFileSync(join(root, "build/browser-names.json"), "utf8")));
  const folder = dirname(createRequire(import.meta.url).resolve("typescript6"));
  const names = new Set(["globalThis", "undefined"]);
  for (const file of readdirSync(folder)) {
    if (!/^lib\.(?:es.*|dom(?:\..*)?|decorators.*)\.d\.ts$/.test(file)) continue;
    for (const [, name] of readFileSync(join(folder, file), "utf8").matchAll(declaration)) names.add(name!);
  }
  return names;
}
