import { expect, test } from "vitest";
import { call } from "../../inventory/company/calling.ts";
import { readLine } from "../read-lines.ts";

interface Said {
  readonly lines: readonly { readonly unit: string; readonly emissions: { readonly value: number } | null }[];
  readonly asks: readonly { readonly key: string; readonly assumed: string | null }[];
}

const account = async (unit: string, region?: string, answers: Record<string, string> = {}): Promise<Said> =>
  call("account.compute", {
    lines: [readLine(2, { name: "Office stationery", amount: 1000, unit, year: 2022 })],
    kind: "company",
    year: 2022,
    ...(region === undefined ? {} : { region }),
    mapping: { answers },
  });
const unitOf = ({ lines }: Said) => lines[0]!.unit;
const askOf = ({ asks }: Said) => asks.find(({ key }) => key.startsWith("currency:"));

test.each([
  ["$", "AUS", "AUD"],
  ["$", "US-CA", "USD"],
  ["$", "CHL", "CLP"],
  ["¥", "JPN", "JPY"],
  ["¥", "CN-GD", "CNY"],
  ["kr", "DNK", "DKK"],
])("%s in %s is %s, and nothing is asked", async (sign, region, currency) => {
  const made = await account(sign, region);
  expect(unitOf(made)).toBe(currency);
  expect(askOf(made)).toBeUndefined();
});

test.each([
  ["$", undefined, "USD"],
  ["$", "DEU", "USD"],
  ["¥", undefined, "CNY"],
])("%s without a place that says more (%s) is taken as %s, and asked", async (sign, region, currency) => {
  const made = await account(sign, region);
  expect(unitOf(made)).toBe(currency);
  expect(askOf(made)).toMatchObject({ key: `currency:${sign}`, assumed: currency });
});

test("a sign without a usual meaning has no figure until it is answered", async () => {
  const open = await account("kr");
  expect(open.lines[0]!.emissions).toBeNull();
  expect(askOf(open)).toMatchObject({ key: "currency:kr", assumed: null });
  const answered = await account("kr", undefined, { "currency:kr": "NOK" });
  expect(unitOf(answered)).toBe("NOK");
  expect(answered.lines[0]!.emissions!.value).toBeGreaterThan(0);
});

test("an answer goes before the place", async () => {
  expect(unitOf(await account("$", "AUS", { "currency:$": "USD" }))).toBe("USD");
});
