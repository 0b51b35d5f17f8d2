import { expect, test } from "vitest";
import {
  draftOf,
  isPurchased,
  type OwnFactorDraft,
  ownFactorOf,
  placesFor,
} from "../../../../app/workbench/account/own-factor-draft.ts";
import { ownFactorPlaces } from "../../../../app/workbench/account/own-factor-places.ts";
import { ownFactorShape } from "../../../../lib/account/own-factor.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { readLine } from "../../account/read-lines.ts";
import { call } from "../../inventory/company/calling.ts";
import { lineOf } from "./hand-made-account.ts";

const found = lineOf("Diesel", 2);
const unknown = lineOf("Valves", 3, { unit: "", scope: null });
const entered: OwnFactorDraft = {
  value: "2,68",
  unit: " kg CO2e/L ",
  source: " Declaration of the supplier ",
  year: "2023",
  place: "",
  isMarket: false,
};
const factor = { value: 2.68, unit: "kg CO2e/L", source: "Declaration of the supplier", year: 2023 };

test("The unit of a line is that of its factor at first", () => {
  expect(draftOf(found)).toEqual({ value: "", unit: "kg CO2e/L", source: "", year: "", place: "", isMarket: false });
  expect(draftOf(unknown).unit).toBe("kg CO2e/t");
});

test("What is entered is a factor as mappings have it, and is entered again as it was", () => {
  expect(ownFactorOf(entered, found, true)).toEqual({ factor });
  const placed = ownFactorOf({ ...entered, place: "3|1", isMarket: true }, unknown, true);
  // Nothing but purchased energy has a supplier's rate.
  expect(placed).toEqual({ factor: { ...factor, scope: "3", category: "1" } });
  const rate = ownFactorOf({ ...entered, place: "2|electricity", isMarket: true }, unknown, true);
  expect(rate).toEqual({ factor: { ...factor, scope: "2", category: "electricity", market: true } });
  for (const read of [placed, rate]) {
    if (!("factor" in read)) throw new Error("It was not read.");
    const line = { ...unknown, ownFactor: ownFactorShape.parse(read.factor) };
    expect(ownFactorOf(draftOf(line), line, true)).toEqual(read);
  }
  expect(ownFactorOf({ ...entered, place: "3|1" }, unknown, false)).toEqual({ factor });
});

test("What the fields do not show stays: gases, a note, an uncertainty, a category that is not listed", () => {
  const ownFactor = {
    ...factor,
    scope: "1" as const,
    category: "1.A.4.a",
    gases: [{ value: 0.2, unit: "g CH4/L" }],
    note: "Cradle to gate",
    uncertainty: 0.1,
  };
  const line = { ...found, ownFactor };
  expect(ownFactorOf({ ...draftOf(line), value: "3" }, line, true)).toEqual({ factor: { ...ownFactor, value: 3 } });
  expect(placesFor(line)[0]).toMatchObject({ id: "1|1.A.4.a" });
});

test("Purchased energy alone is asked whether it is a supplier's", () => {
  const power = lineOf("Power", 4, { scope: "2" });
  expect([isPurchased(entered, found), isPurchased(entered, power)]).toEqual([false, true]);
  expect(isPurchased({ ...entered, place: "3|1" }, power)).toBe(false);
  expect(isPurchased({ ...entered, place: "2|steam" }, found)).toBe(true);
});

test.each([
  [{ value: "" }, "value", "Value: enter a number of 0 or more.", "数值：请填写不小于 0 的数。"],
  [{ value: "-1" }, "value", "Value: enter a number of 0 or more.", "数值：请填写不小于 0 的数。"],
  [
    { value: "1,234" },
    "value",
    "Value: “1,234” can be 1234 or 1.234; write it without a mark for thousands.",
    "数值：“1,234”可以是 1234，也可以是 1.234；请不要使用千位分隔符。",
  ],
  [
    { unit: "kg" },
    "unit",
    "Unit: enter a mass of CO2e or of a gas per unit, such as kg CO2e/t.",
    "单位：请填写单位用量的 CO2e 或气体质量，如 kg CO2e/t。",
  ],
  [{ source: "  " }, "source", "Source: state where the factor comes from.", "来源：请说明因子的出处。"],
  [
    { year: "" },
    "year",
    "Year of the factor: enter a year from 1900 to 2200.",
    "因子年份：请填写 1900 至 2200 之间的年份。",
  ],
])("%j is asked for in a sentence", (change, field, english, chinese) => {
  const read = ownFactorOf({ ...entered, ...change }, found, true);
  if ("factor" in read) throw new Error("It was read.");
  expect(read.field).toBe(field);
  expect([writeMessage(read.message, { tag: "en" }), writeMessage(read.message, { tag: "zh-CN" })]).toEqual([
    english,
    chinese,
  ]);
});

test("Where a line counts is asked for where nothing was found, and each place that is offered is one of an account", async () => {
  expect(ownFactorOf(entered, unknown, true)).toMatchObject({ field: "place" });
  const own = (place: string) => {
    const read = ownFactorOf({ ...entered, unit: "kg CO2e/MWh", place }, unknown, true);
    if (!("factor" in read)) throw new Error("It was not read.");
    return read.factor;
  };
  const lines = ownFactorPlaces.map(({ id }, i) => readLine(i + 2, { name: `Quux ${id}`, amount: 1, unit: "MWh" }));
  const entries = ownFactorPlaces.map(({ id }) => ({ name: `Quux ${id}`, factor: own(id) }));
  const account = await call("account.compute", { lines, kind: "company", region: "DEU", mapping: { entries } });
  type Line = { scope: string; emissions: { value: number } | null; missing: string | null };
  expect(account.lines.filter(({ emissions }: Line) => emissions === null)).toEqual([]);
  expect(account.lines.map(({ scope }: Line) => scope)).toEqual(ownFactorPlaces.map(({ scope }) => scope));
});
