import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { tools } from "../../../../lib/tools.ts";

const root = join(import.meta.dirname, "../../../..");

/** All modules that one imports, itself included. */
function reached(path: string, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const [, other] of readFileSync(path, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+\.ts)"/g))
    reached(join(dirname(path), other!), known);
  return known;
}

test("a tool that runs the solver says so, or no built page would carry it", () => {
  const solver = join(root, "lib/optimization/load-highs.ts");
  const named = tools.filter((tool) => tool.solver).map(({ name }) => name);
  expect(named).toContain("industry.programme");
  const declared = [...reached(join(root, "lib/tools.ts"))].filter((path) => /\/tools\/[^/]+\.ts$/.test(path));
  const solving = declared
    .filter((path) => reached(path).has(solver))
    .flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/^ {2}name: "([\w.]+)"/gm)].map(([, name]) => ({
        name,
        path: relative(root, path),
      })),
    );
  expect(solving.filter(({ name }) => !named.includes(name!))).toEqual([]);
});
