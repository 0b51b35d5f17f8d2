import { describe, expect, test } from "vitest";
import { billWords } from "../../../lib/lifecycle/assess/material-terms.ts";
import { type Assessed, assess, assessBill, gateOf, lineOf } from "./assessed-bill.ts";

const shelf = {
  description: "A shelf of steel and particleboard that holds 40 kg of books.",
  functionalUnit: { amount: 1, unit: "item" },
  bill: [
    { name: "hot rolled sheet, steel", amount: 6, unit: "kg", origin: "USA" },
    { name: "HDPE", amount: 200, unit: "g" },
    { name: "unobtainium", amount: 0.1, unit: "kg" },
  ],
  electricity: { amount: 3, unit: "kWh", place: "CN-BJ" },
};
const stated = {
  application: "learning",
  audience: "organisation",
  boundary: "cradle-to-gate",
  comparative: "no",
};

describe("an assessment from a bill of materials", () => {
  test("goes through the four phases, matches lines, and sums them", async () => {
    const found = await assess(shelf);
    expect(found.phases.map(({ name }) => name)).toEqual(["scope", "inventory", "impact", "interpretation"]);
    const steel = lineOf(found, "hot rolled sheet, steel");
    // Published: 2.3034 kg CO2e for a kg of hot rolled sheet (uslci_result, process 369).
    expect(steel).toMatchObject({ activity: "uslci:369", match: "exact" });
    expect(steel.score! / 6).toBeCloseTo(2.3034112351946616, 6);
    const resin = lineOf(found, "HDPE");
    expect(resin.activity).toBe("uslci:306");
    // 200 g; published, 2.144 kg CO2e/kg: without kJ (0.4 %) and with fuels of the refinery, but diesel, free of burdens (3 %).
    expect(resin.score! / 0.2 / 2.1439753573661933).toBeCloseTo(1.034, 2);
    const grid = lineOf(found, "electricity");
    expect(grid).toMatchObject({ match: "grid", location: "CN-BJ", score: 3 * 0.558 });
    const matched = found.lines.filter(({ match }) => match !== "unmatched");
    expect(matched.reduce((sum, { score }) => sum + score!, 0)).toBeCloseTo(found.score.value!, 10);
    expect(found.score.lo).toBeLessThanOrEqual(found.score.value!);
    expect(found.score.hi).toBeGreaterThanOrEqual(found.score.value!);
    expect(Object.values(found.matchShares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(gateOf(found, 3, "contribution").passed).toBe(true);
  });

  test("has no figure for what is of no class of materials with data: it is cut off, and the first sentence says so", async () => {
    const found = await assess(shelf);
    const unknown = lineOf(found, "unobtainium");
    expect(unknown).toMatchObject({ match: "unmatched", activity: null, score: null, lo: null, hi: null, share: null });
    expect(unknown.reason).toContain("No figure, it is cut off");
    expect(unknown.reason).toContain("give its English name");
    const without = await assess({ ...shelf, bill: shelf.bill.slice(0, 2) });
    expect(without.score).toEqual(found.score);
    expect(gateOf(found, 1, "lines")).toMatchObject({ passed: false, sentence: "No data for unobtainium." });
    expect(gateOf(without, 1, "lines").passed).toBe(true);
    expect(found.cutOffShare).toBeGreaterThan(without.cutOffShare!);
    // 6.2 of 6.3 kg.
    expect(found.coverage).toEqual({ lines: 2, of: 3, notRead: 0, byMass: expect.closeTo(6.2 / 6.3, 12) });
    expect(found.headline).toMatch(
      / kg CO2e from 2 of 3 lines of the bill with 98 % of the mass it states: a part of the score for 1 item, in which 1 line is missing\./,
    );
    expect(without.headline).toMatch(/from 2 of 2 lines of the bill with 100 % of the mass it states\./);
  });

  test("asks what it cannot know, and passes gates by answers", async () => {
    const before = await assess(shelf);
    const asked = before.phases.flatMap(({ asks }) => asks.map(({ key }) => key));
    expect(asked).toEqual(
      expect.arrayContaining([
        "application",
        "audience",
        "boundary",
        "comparative",
        "match:unobtainium",
        "productMass",
      ]),
    );
    const answers = { ...stated, productMass: 6.1, "match:unobtainium": "none", cutOff: 0.01, reviewer: "A. Reader" };
    const after = await assess({ ...shelf, answers });
    expect(after.review.passed).toBeGreaterThan(before.review.passed);
    expect(after.review.of).toBe(before.review.of);
    expect(after.phases[0]).toMatchObject({ status: "passed", asks: [] });
    expect(gateOf(after, 1, "mass").passed).toBe(true);
    expect(gateOf(after, 3, "review").sentence).toContain("A. Reader");
    const light = await assess({ ...shelf, answers: { ...answers, productMass: 9 } });
    expect(gateOf(light, 1, "mass")).toMatchObject({
      passed: false,
      sentence: expect.stringContaining("The product weighs 9 kg, but its bill only 6.3 kg"),
    });
  });

  test("balances the bill with the product and what leaves as losses, and finds a mass that is wrong", async () => {
    const balanced = (more: object, productMass: number | string = 6, losses?: number) =>
      assess({
        ...shelf,
        ...more,
        answers: { ...stated, productMass, ...(losses !== undefined && { losses }) },
      });
    const asks = ({ phases }: Assessed) => phases[1]!.asks.map(({ key }) => key);
    const good = await balanced({}, "6.1");
    expect(gateOf(good, 1, "mass")).toMatchObject({
      passed: true,
      sentence: "The bill weighs 6.3 kg, product and stated losses 6.1 kg: they agree within 5 %.",
    });
    expect(good.phases[1]!.assumptions).toContain(
      "0.2 kg of the bill leave as losses or waste, whose treatment is not counted.",
    );
    // A typing error: 60 kg of steel for a shelf of 6 kg.
    const bill = [{ ...shelf.bill[0]!, amount: 60 }, ...shelf.bill.slice(1)];
    const heavy = await balanced({ bill });
    expect(gateOf(heavy, 1, "mass")).toMatchObject({
      passed: false,
      sentence:
        "Not tested: no losses are given. The bill weighs 60.3 kg, the product 6 kg: say what becomes of 54.3 kg.",
    });
    expect(asks(heavy)).toContain("losses");
    expect(gateOf(await balanced({ bill }, 6, 4), 1, "mass").sentence).toBe(
      "The bill weighs 60.3 kg, product and stated losses only 10 kg: say what becomes of 50.3 kg.",
    );
    const explained = await balanced({ bill }, 6, 54);
    expect(gateOf(explained, 1, "mass").passed).toBe(true);
    expect(asks(explained)).not.toContain("losses");
    expect(gateOf(await balanced({}, 6, 3), 1, "mass").sentence).toContain("check the losses");
    const glazed = [...shelf.bill, { name: "glass pane", amount: 1, unit: "m2" }];
    expect(gateOf(await balanced({ bill: glazed }, 9), 1, "mass").sentence).toContain(
      "the rest may be glass pane, of which the bill states no mass",
    );
    const counted = good.phases[1]!.artefact.find(({ item }) => item === "Mass balances of the background")!.value;
    expect(counted).toMatch(/^of \d+ activities that run and make a mass, \d+ close within 5 %/);
  });

  test("takes the activity that an answer names, with no range", async () => {
    const { score, ...line } = lineOf(
      await assess({ ...shelf, answers: { "match:unobtainium": "uslci:333" } }),
      "unobtainium",
    );
    // Published, 1.3541 kg CO2e for a kg of Portland cement: with all burdens of the refinery on diesel, which is divided here.
    expect(score! / 0.1 / 1.3541254301245786).toBeCloseTo(0.996, 3);
    expect([line.lo, line.hi]).toEqual([score, score]);
    await expect(assess({ ...shelf, answers: { "match:unobtainium": "uslci:9999" } })).rejects.toThrow(
      "The answer to match:unobtainium names uslci:9999, which is not an activity of the background",
    );
    await expect(assess({ ...shelf, answers: { "match:unobtainium": "uslci:98" } })).rejects.toThrow(
      "is measured in kWh; kg does not convert",
    );
  });

  test("never says that a public comparison is ready, and closes what follows a gate that blocks", async () => {
    const compared = await assess({ ...shelf, answers: { ...stated, comparative: true } });
    expect(gateOf(compared, 0, "comparison").sentence).toContain("needs a review by a panel");
    const nothing = await assess({
      ...shelf,
      bill: [{ name: "unobtainium", amount: 1, unit: "kg" }],
      electricity: undefined,
    });
    expect(nothing.phases.map(({ status }) => status)).toEqual(["open", "open", "closed", "closed"]);
    expect(nothing.score).toEqual({ value: null, unit: "kg CO2e", lo: null, hi: null });
    expect(nothing.headline).toBe("No score for 1 item: 0 of 1 line of the bill has data.");
  });

  test("records going back", async () => {
    const first = await assess({ ...shelf, answers: stated });
    expect(first.state).toMatchObject({ reached: 3, returns: [] });
    const again = await assess({ ...shelf, answers: stated, state: first.state });
    expect(again.state.returns).toEqual([]);
    const wider = await assess({ ...shelf, answers: { ...stated, boundary: "cradle-to-grave" }, state: again.state });
    expect(wider.state.returns).toEqual([{ to: "scope", because: expect.stringContaining("grave") }]);
    const heavier = { ...shelf, bill: [{ ...shelf.bill[0]!, amount: 7 }, ...shelf.bill.slice(1)] };
    const more = await assess({ ...heavier, answers: { ...stated, boundary: "cradle-to-grave" }, state: wider.state });
    expect(more.state.returns.map(({ to }) => to)).toEqual(["scope", "inventory"]);
  });

  test("reads Chinese names, prefers data of the origin, and gives none where the material itself is cut off", async () => {
    expect(billWords("铝型材（阳极氧化）")).toEqual(expect.arrayContaining(["aluminum", "extrusion"]));
    const found = await assess({
      ...shelf,
      bill: [
        { name: "热轧钢板", amount: 1, unit: "kg" },
        { name: "photovoltaic cell, single-Si", amount: 1, unit: "m2", origin: "CHN" },
        { name: "copper", amount: 1, unit: "kg" },
      ],
    });
    expect(lineOf(found, "热轧钢板").activity).toBe("uslci:369");
    expect(lineOf(found, "photovoltaic cell, single-Si")).toMatchObject({ location: "CN", isElsewhere: false });
    // Foils of copper are at hand, but the copper that they are made of is not.
    expect(lineOf(found, "copper")).toMatchObject({ match: "unmatched", activity: null });
  });

  test("takes the material for a part of it, and says so; takes no fuel made from wood, and no scrap", async () => {
    const found = await assess({
      ...shelf,
      bill: ["steel frame", "wood", "stainless steel", "leather saddle"].map((name) => ({
        name,
        amount: 1,
        unit: "kg",
      })),
    });
    expect(lineOf(found, "steel frame")).toMatchObject({ match: "proxy" });
    expect(lineOf(found, "steel frame").activityName).toMatch(/^Steel, /);
    expect(lineOf(found, "steel frame").reason).toContain("by its material alone");
    // The burdens of USLCI's sawn lumber rest on roundwood in m3 with bark in kg, which no rule divides: no data of it is taken.
    expect(lineOf(found, "wood").activityName).toMatch(/Construction · Wood/);
    expect(lineOf(found, "stainless steel").activityName).not.toContain("scrap");
    expect(lineOf(found, "leather saddle")).toMatchObject({ match: "unmatched" });
  });

  test("asks for transport and energy that are not stated, and takes none for an answer", async () => {
    const { electricity: _, ...bare } = shelf;
    const found = await assess(bare);
    const keys = found.phases[1]!.asks.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["energy", "transport"]));
    expect(["energy", "transport"].map((name) => gateOf(found, 1, name).passed)).toEqual([false, false]);
    const answered = await assess({ ...bare, answers: { energy: "none", transport: "none" } });
    expect(gateOf(answered, 1, "energy")).toMatchObject({ passed: true, sentence: expect.stringMatching(/no energy/) });
    expect(gateOf(answered, 1, "transport").sentence).toBe("There is no transport, as answered.");
    expect(answered.phases[1]!.asks.map(({ key }) => key)).not.toContain("transport");
    const carried = await assess({ ...shelf, transport: [{ mode: "truck", distance: 10 }] });
    expect(gateOf(carried, 1, "transport").sentence).toBe("Transport is in the inventory.");
  });

  test("lets transport of a stated distance carry the bill, as an assumption", async () => {
    const carried = { mode: "truck", distance: 500 };
    const found = await assess({ ...shelf, transport: [carried] });
    // 6 kg, 200 g and 0.1 kg over 500 km.
    expect(lineOf(found, "truck").amount).toBeCloseTo(3.15, 12);
    expect(found.phases[1]!.assumptions.join(" ")).toContain("carries the whole bill");
    // Work is counted by what is worked, and is not carried.
    const worked = [...shelf.bill, { name: "sheet rolling, steel", amount: 6, unit: "kg" }];
    expect(lineOf(await assess({ ...shelf, bill: worked, transport: [carried] }), "truck").amount).toBeCloseTo(
      3.15,
      12,
    );
    const stated = await assess({ ...shelf, transport: [{ ...carried, mass: 2 }] });
    expect(lineOf(stated, "truck").amount).toBe(1);
    expect(stated.phases[1]!.assumptions.join(" ")).not.toContain("carries the whole bill");
    await expect(assess({ ...shelf, transport: [{ mode: "ship" }] })).rejects.toThrow(
      "transport[0], ship, has neither an amount nor a distance",
    );
    const pieces = { ...shelf, bill: [{ name: "shelf", amount: 1, unit: "piece" }] };
    await expect(assess({ ...pieces, transport: [carried] })).rejects.toThrow("no line of the bill is a mass");
  });

  test("says what is wrong with a bill", async () => {
    const refused = (more: object) => expect(assess({ ...shelf, ...more })).rejects;
    await refused({ bill: [] }).toThrow("The bill has no lines");
    await refused({ bill: [{ name: "steel", amount: -1, unit: "kg" }] }).toThrow(
      "Line 1 of the bill, steel, has the amount -1",
    );
    await refused({ bill: [shelf.bill[0], shelf.bill[0]] }).toThrow("two lines called hot rolled sheet, steel");
    await refused({ functionalUnit: { amount: 0, unit: "item" } }).toThrow("functionalUnit is 0 item");
  });
});

test("a result without width in the digits that are shown says no range", async () => {
  const range = /to \S+ (?:kg CO2e )?among the candidates|range among the candidates/;
  expect(JSON.stringify(await assessBill([["cement", 1, "kg"]]))).not.toMatch(range);
  expect(JSON.stringify(await assessBill([["aluminium", 1, "kg"]]))).toMatch(range);
});
