import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chosenMutants, mutantsOf } from "../../mutation/mutants.ts";
import { importsIn, nearestTests } from "../../mutation/nearest-tests.ts";
import { Outcomes } from "../../mutation/outcomes.ts";

const source = `import { log } from "./log.ts";
type Two = 2;
export function more(a: number, wanted: boolean): number {
  if (a < 1) log(a);
  return wanted && a === 3 ? a + 2 : 0;
}
`;

const changes = mutantsOf(source).map(({ line, was, is }) => `${line}: ${was} → ${is}`);

test("Mutants of a source change an operator, a comparison, a constant or a condition, or leave a statement out", () => {
  expect(changes).toEqual([
    "4: a < 1 → !(a < 1)",
    "4: < → <=",
    "4: 1 → (1 + 1)",
    "4: log(a); → ",
    "5: wanted && a === 3 → !(wanted && a === 3)",
    "5: && → ||",
    "5: === → !==",
    "5: 3 → (3 + 1)",
    "5: + → -",
    "5: 2 → (2 + 1)",
    "5: 0 → (0 + 1)",
  ]);
});

test("A mutant is the source with that one change, and its types are left alone", () => {
  const [first] = mutantsOf(source);
  expect(first!.source).toBe(source.replace("a < 1", "!(a < 1)"));
  for (const { source: mutated } of mutantsOf(source)) expect(mutated).toContain("type Two = 2;");
});

test("The choice of mutants is the same for the same seed, and another for another", () => {
  const lines = (seed: number) => chosenMutants("a.ts", source, seed, 4).map(({ was, line }) => `${line} ${was}`);
  expect(lines(1)).toEqual(lines(1));
  expect(lines(1)).toHaveLength(4);
  expect(new Set([1, 2, 3, 4, 5].map((seed) => `${lines(seed)}`)).size).toBeGreaterThan(1);
  expect(chosenMutants("a.ts", source, 1, 99)).toHaveLength(changes.length);
});

test("A few mutants of a source are the first of more, so that a longer run repeats none", () => {
  const [few, more] = [2, 5].map((count) => chosenMutants("a.ts", source, 1, count).map(({ from, is }) => [from, is]));
  expect(more!.slice(0, 2)).toEqual(few);
});

test("The tests of a source are those with the fewest imports between, and an import of types is none", () => {
  expect(
    importsIn("test/a.test.ts", `import { a } from "../lib/a.ts";\nimport type { B } from "../lib/b.ts";`),
  ).toEqual(["lib/a.ts"]);
  expect(importsIn("lib/a.ts", 'const { c } = await import("./c/c.ts");')).toEqual(["lib/c/c.ts"]);
  const imports = new Map([
    ["lib/a.ts", []],
    ["lib/b.ts", ["lib/a.ts"]],
    ["test/far.test.ts", ["lib/b.ts"]],
    ["test/near.test.ts", ["lib/a.ts", "lib/b.ts"]],
    ["test/other.test.ts", ["lib/c.ts"]],
  ]);
  expect(nearestTests("lib/a.ts", imports, 9)).toEqual(["test/near.test.ts", "test/far.test.ts"]);
  expect(nearestTests("lib/a.ts", imports, 1)).toEqual(["test/near.test.ts"]);
  // As near as the other by way of an index, and of the same name.
  const byIndex = new Map([
    ["lib/index.ts", ["lib/z/merge.ts"]],
    ["test/a/other.test.ts", ["lib/index.ts"]],
    ["test/z/merge.test.ts", ["lib/index.ts"]],
  ]);
  expect(nearestTests("lib/z/merge.ts", byIndex, 1)).toEqual(["test/z/merge.test.ts"]);
});

test("Outcomes of mutants outlive the run that was ended, and a file that was cut off", () => {
  const folder = mkdtempSync(join(tmpdir(), "outcomes-"));
  const path = join(folder, "kept/outcomes.json");
  const [first, second] = mutantsOf(source);
  try {
    new Outcomes(path).set("a.ts", first!, "survived");
    const later = new Outcomes(path);
    expect([later.of("a.ts", first!), later.of("a.ts", second!), later.of("b.ts", first!)]).toEqual([
      "survived",
      undefined,
      undefined,
    ]);
    writeFileSync(path, "{");
    expect(new Outcomes(path).of("a.ts", first!)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
