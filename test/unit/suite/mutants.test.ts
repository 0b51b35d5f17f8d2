import { expect, test } from "vitest";
import { chosenMutants, mutantsOf } from "../../mutation/mutants.ts";

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
