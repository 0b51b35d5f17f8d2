import { expect, test } from "vitest";
import { otherCandidates, shownGroups } from "../../../../app/workbench/account/line-groups.ts";
import {
  decide,
  emptyMapping,
  splitProblem,
  withAnswer,
  withPlace,
} from "../../../../app/workbench/account/mapping-edits.ts";
import { allCandidates, groupLines } from "../../../../lib/account/desk/line-groups.ts";
import { mappingShape } from "../../../../lib/account/mapping-shape.ts";
import { entryOf } from "../../../../lib/account/matching/entry-of.ts";
import { lineOf, unmatched } from "./hand-made-account.ts";

const line = { name: "Diesel  Fuel", unit: "L" };

test("Decisions on a name follow each other, and each is a mapping that its shape accepts", () => {
  const split = [
    { to: "a", share: 0.7 },
    { to: "b", share: 0.3 },
  ];
  const made = [
    { is: "to", to: "fuel:diesel" },
    { is: "split", parts: split },
    { is: "skip", reason: "sold" },
  ] as const;
  let mapping = emptyMapping;
  for (const decision of made) {
    mapping = decide(mapping, line, decision);
    expect(mapping.entries).toHaveLength(1);
    expect(mappingShape.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  }
  expect(entryOf(mapping, { name: "diesel fuel", unit: "L" })?.skip).toBe("sold");
  expect(entryOf(mapping, { name: "diesel fuel", unit: "kg" })).toBeNull();
  expect(decide(mapping, line, { is: "found" })).toEqual(emptyMapping);
});

test("An entry for a site, and one for another unit, stay as they are", () => {
  const site = { name: line.name, site: "Berlin", to: "x" };
  const other = { name: line.name, unit: "kg", to: "y" };
  const mapping = decide({ ...emptyMapping, entries: [site, other] }, line, { is: "to", to: "z" });
  expect(mapping.entries).toEqual([site, other, { name: line.name, unit: "L", to: "z" }]);
});

test("A conversion that was settled stays when a line is taken for something else", () => {
  const convert = { factor: 2, unit: "kg", source: "scales" };
  const before = { ...emptyMapping, entries: [{ name: line.name, unit: "L", to: "x", convert }] };
  expect(decide(before, line, { is: "to", to: "z" }).entries[0]).toMatchObject({ to: "z", convert });
});

test("An own factor stands beside what the line is taken for, goes without it, and gives way to another candidate", () => {
  const factor = { value: 2, unit: "kg CO2e/L", source: "Declaration of the supplier", year: 2023 };
  const taken = decide(emptyMapping, line, { is: "to", to: "fuel:petrol" });
  const own = decide(taken, line, { is: "own", factor });
  expect(own.entries).toEqual([{ name: line.name, unit: "L", to: "fuel:petrol", factor }]);
  expect(mappingShape.parse(JSON.parse(JSON.stringify(own)))).toEqual(own);
  expect(decide(own, line, { is: "noOwn" })).toEqual(taken);
  expect(decide(own, line, { is: "to", to: "fuel:diesel" }).entries[0]).not.toHaveProperty("factor");
  const alone = decide(emptyMapping, line, { is: "own", factor });
  expect(decide(alone, line, { is: "noOwn" })).toEqual(emptyMapping);
});

test("Places and answers of any name are set and taken back", () => {
  const mapping = withAnswer(withPlace(emptyMapping, "__proto__", "DEU"), "constructor", "a");
  expect(Object.entries(mapping.places)).toEqual([["__proto__", "DEU"]]);
  expect(Object.getPrototypeOf(mapping.places)).toBe(Object.prototype);
  expect(withPlace(withAnswer(mapping, "constructor", null), "__proto__", null)).toEqual(emptyMapping);
});

test("Parts must be two, each with a target and a share, and one whole together", () => {
  const half = { to: "a", share: 0.5 };
  expect(splitProblem([half])).toBe("few");
  expect(splitProblem([half, { to: "", share: 0.5 }])).toBe("open");
  expect(splitProblem([half, { to: "b", share: Number.NaN }])).toBe("open");
  expect(splitProblem([half, { to: "b", share: 0.4 }])).toBe("sum");
  expect(splitProblem(["a", "b", "c"].map((to) => ({ to, share: 0.333333 })))).toBeNull();
});

test("Lines that need a look are found by name, by what they were taken for and by sheet, and those left out apart", () => {
  const sure = lineOf("Diesel", 2);
  const likely = lineOf("Fuel oil", 3, { match: { ...sure.match, kind: "class" }, site: "Lyon" });
  const none = unmatched("Valves", 4);
  const mapping = decide(emptyMapping, none, { is: "skip", reason: "bought by others" });
  const say = (sentence: unknown) => String(sentence);
  const find = (groups: ReturnType<typeof groupLines>, filter: "all" | "look" | "skipped", typed = "") =>
    shownGroups(groups, filter, typed, say).map(({ line: { name } }) => name);
  const groups = groupLines([sure, likely, none], emptyMapping);
  expect(find(groups, "all")).toEqual(["Valves", "Fuel oil", "Diesel"]);
  expect(find(groups, "look")).toEqual(["Valves", "Fuel oil"]);
  expect(find(groups, "all", "gas/DIESEL")).toEqual(["Fuel oil", "Diesel"]);
  expect(find(groups, "all", "lyon")).toEqual(["Fuel oil"]);
  expect(find(groupLines([sure, none], mapping), "skipped")).toEqual(["Valves"]);
  expect(otherCandidates(sure).map(({ id }) => id)).toEqual(["fuel:petrol"]);
});

test("A line's own factor is no candidate of others", () => {
  const sure = lineOf("Diesel", 2);
  const ownFactor = { value: 2, unit: "kg CO2e/L", source: "Declaration of the supplier", year: 2023 };
  const own = lineOf("Fuel oil", 3, { match: { ...sure.match, id: "own|1|1.A.4|Fuel oil" }, ownFactor });
  expect(allCandidates([sure, own]).map(({ id }) => id)).toEqual(["fuel:diesel", "fuel:petrol"]);
});

test("Of many lines each group has the sum of its own", () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => lineOf(`Line ${i % 500}`, i));
  const groups = groupLines(lines, emptyMapping);
  expect(groups).toHaveLength(500);
  expect(groups[0]!.count).toBe(40);
  expect(groups[0]!.emissions!.value).toBeCloseTo(40 * 0.0268, 9);
});
