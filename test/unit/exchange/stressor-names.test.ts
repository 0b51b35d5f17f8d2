import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctStressors, namesInAccounts } from "../../../lib/exchange/mrio/stressor-names.ts";

test("Stressors whose name several accounts have get the account behind it", () => {
  const named = distinctStressors([
    { name: "CO2", account: "air" },
    { name: "CO2", account: "imports" },
    { name: "Arable", account: "land" },
  ]);
  expect(named.map(({ name }) => name)).toEqual(["CO2 (air)", "CO2 (imports)", "Arable"]);
});

test("Names are distinct whatever the accounts call their stressors, and the accounts get them back", () => {
  const account = fc.constantFrom("a", "b", "land use");
  const name = fc.constantFrom("x", "y", "x (a)", "x (b)", "x (a) (b)", "(a)", " (b)");
  const stressors = fc.uniqueArray(fc.record({ name, account }), {
    selector: ({ name, account }) => `${account}/${name}`,
  });
  fc.assert(
    fc.property(stressors, (given) => {
      const made = distinctStressors(given);
      expect(new Set(made.map(({ name }) => name)).size).toBe(given.length);
      expect(namesInAccounts(made)).toEqual(given.map(({ name }) => name));
    }),
  );
});

test("Names that no import made are left as they are", () => {
  const own = [
    { name: "CO2 (air)", account: "air" },
    { name: "Arable", account: "land" },
  ];
  expect(namesInAccounts(own)).toEqual(["CO2 (air)", "Arable"]);
});
