import { describe, expect, test } from "vitest";
import { assess, assessBill, lineOf } from "./assessed-bill.ts";

describe("classes of materials", () => {
  test("minerals and water are never estimated by other lines of the bill", async () => {
    const alone = await assessBill([
      ["tap water", 160, "kg"],
      ["sand", 700, "kg"],
      ["gravel", 1100, "kg"],
    ]);
    const withMetal = await assessBill([
      ["aluminium ingot", 500, "kg"],
      ["tap water", 160, "kg"],
      ["sand", 700, "kg"],
      ["gravel", 1100, "kg"],
    ]);
    for (const name of ["tap water", "sand", "gravel"])
      expect(lineOf(withMetal, name)).toMatchObject({
        score: lineOf(alone, name).score,
        lo: lineOf(alone, name).lo,
        hi: lineOf(alone, name).hi,
        match: "proxy",
        isEstimate: true,
      });
    // DESNZ 2025: 0.1913 kg CO2e/m3 of water supplied.
    expect(lineOf(alone, "tap water").score! / 160).toBeCloseTo(0.1913 / 998.9468, 12);
    // DESNZ 2025: 7.79306 kg CO2e/t of aggregates, which is within the span.
    expect(lineOf(alone, "gravel").hi! / 1100).toBeGreaterThanOrEqual(0.00779306);
    expect(lineOf(alone, "gravel").hi! / 1100).toBeLessThan(0.05);
  });

  test("data that count their fuel twice are no exact match, even by the very name", async () => {
    const line = lineOf(await assessBill([["Portland cement, at plant", 100, "kg"]]), "Portland cement, at plant");
    expect(line).toMatchObject({ match: "proxy", location: "RNA" });
    expect(line.reason).toContain("both carry the combustion");
  });

  test("water by volume and by mass is the same water", async () => {
    const litres = await assessBill([["water", 500, "L"]]);
    const cubic = await assessBill([["自来水", 0.5, "m3"]]);
    expect(litres.score.value).toBeCloseTo(cubic.score.value!, 12);
    expect(litres.score.value).toBeCloseTo(0.5 * 0.1913, 12);
  });

  test("the metric of a published factor is said, since its gases are not published", async () => {
    const found = await assessBill([["concrete", 2400, "kg"]]);
    expect(lineOf(found, "concrete")).toMatchObject({ metric: "AR5.GWP100", location: "GBR" });
    // DESNZ 2025: 118.79306 kg CO2e/t.
    expect(found.score.value).toBeCloseTo(2.4 * 118.79306, 9);
    expect(found.phases[1]!.assumptions.join(" ")).toContain("concrete by published factors of AR5.GWP100");
  });

  test("a unit that does not convert is asked for, and gets no figure", async () => {
    const found = await assessBill([["bricks", 1, "m3"]]);
    expect(found.score.value).toBeNull();
    expect(lineOf(found, "bricks").reason).toBe(
      "Data of brick are by t, and m3 does not convert: give the amount in one of these. No figure, it is cut off.",
    );
  });

  test.each([
    ["battery cells, NMC622", "NMC622"],
    ["NMC811 battery cells", "NMC811"],
    ["battery cell (NMC622)", "NMC622"],
    ["lithium-ion cells NMC811", "NMC811"],
    ["NMC622 电芯", "NMC622"],
    ["LFP cells", "LFP"],
  ])("cells of a battery match the chemistry that ships: %s", async (name, chemistry) => {
    const line = lineOf(await assessBill([[name, 240, "kg"]]), name);
    expect(line.activityName).toContain(`battery cell, Li-ion, ${chemistry}`);
    expect(line.match).toBe("proxy");
    for (const { name: other } of line.alternatives) expect(other).toContain(chemistry);
  });

  test("cells without a chemistry span those that ship, and a capacity is matched by capacity", async () => {
    for (const name of ["NMC cells", "lithium ion battery cells", "锂离子电芯", "battery cells"]) {
      const line = lineOf(await assessBill([[name, 100, "kg"]]), name);
      expect(line.hi!, name).toBeGreaterThan(1.2 * line.lo!);
      expect(line.activityName, name).toContain("battery cell, Li-ion");
    }
    const pack = lineOf(await assessBill([["battery cells, NMC622", 60, "kWh"]]), "battery cells, NMC622");
    expect(pack.activityName).toContain("battery capacity, Li-ion, NMC622");
  });

  test("what only shares a word with a material is none: no cell container for container glass", async () => {
    const found = await assessBill([["container glass", 1, "kg"]]);
    expect(lineOf(found, "container glass").activityName).toContain("Glass");
  });

  test("a proxy has the span of its class, an exact match none, and the whole has the sum", async () => {
    const found = await assessBill([
      ["hot rolled sheet, steel", 1, "kg"],
      ["steel bracket", 1, "kg"],
      ["aluminium frame", 1, "kg"],
    ]);
    const exact = lineOf(found, "hot rolled sheet, steel");
    expect([exact.match, exact.lo, exact.hi]).toEqual(["exact", exact.score, exact.score]);
    for (const name of ["steel bracket", "aluminium frame"]) {
      const { match, score, lo, hi, alternatives } = lineOf(found, name);
      expect(match).toBe("proxy");
      expect(lo!).toBeLessThan(hi!);
      const all = [score!, ...alternatives.map((each) => each.score)];
      expect([lo, hi]).toEqual([Math.min(...all), Math.max(...all)]);
    }
    const sum = (of: "score" | "lo" | "hi") => found.lines.reduce((all, line) => all + line[of]!, 0);
    expect(found.score.value).toBeCloseTo(sum("score"), 12);
    expect(found.score.lo).toBeCloseTo(sum("lo"), 12);
    expect(found.score.hi).toBeCloseTo(sum("hi"), 12);
  });

  test("every class candidate can be chosen by its id, and then is the score", async () => {
    const bill = [["paper", 2, "kg"]] as const;
    const open = lineOf(await assessBill(bill), "paper");
    const ids = [open.activity!, ...open.alternatives.map(({ id }) => id)];
    const wanted = [open.score!, ...open.alternatives.map(({ score }) => score)];
    for (const [at, id] of ids.entries()) {
      const chosen = await assessBill(bill, { answers: { "match:paper": id } });
      expect(chosen.score.value).toBeCloseTo(wanted[at]!, 12);
      expect(chosen.score.lo).toBe(chosen.score.hi);
    }
  });

  test("processing, parts and things with the name of a material in theirs are of no class", async () => {
    const found = await assessBill([
      ["water pump", 1, "kg"],
      ["sand casting", 1, "kg"],
      ["concrete mixer", 1, "kg"],
      ["glass fibre mat", 1, "kg"],
      ["wood pellets", 1, "kg"],
    ]);
    for (const { name, material } of found.lines) expect(material, name).toBeNull();
  });

  test("a dozen bills: a score is within its range, shares sum to one, and nothing is without a reason", async () => {
    const bills: Record<string, readonly (readonly [string, number, string])[]> = {
      concrete: [
        ["Portland cement", 300, "kg"],
        ["sand", 0.7, "t"],
        ["gravel", 1100, "kg"],
        ["water", 160, "L"],
      ],
      chair: [
        ["beech wood", 4, "kg"],
        ["steel screws", 50, "g"],
        ["varnish", 100, "g"],
      ],
      shirt: [
        ["cotton", 180, "g"],
        ["polyester thread", 5, "g"],
        ["dye", 3, "g"],
      ],
      laptop: [
        ["aluminium", 800, "g"],
        ["printed circuit board", 0.2, "kg"],
        ["ABS", 0.3, "kg"],
        ["battery", 0.3, "kg"],
      ],
      pack: [
        ["battery cells, NMC811", 240, "kg"],
        ["aluminium housing", 60, "kg"],
        ["copper", 20, "kg"],
      ],
      water: [
        ["PET", 25, "g"],
        ["PP cap", 2, "g"],
        ["water", 0.5, "L"],
      ],
      beam: [
        ["steel beam", 1, "t"],
        ["zinc", 20, "kg"],
      ],
      bottle: [
        ["glass bottle", 0.4, "kg"],
        ["cork", 5, "g"],
      ],
      paper: [
        ["paper", 2.5, "kg"],
        ["cardboard", 0.1, "kg"],
      ],
      panel: [
        ["photovoltaic panel, single-Si wafer", 1, "m2"],
        ["solar glass", 8, "kg"],
      ],
      wall: [
        ["brick", 3, "t"],
        ["cement", 200, "kg"],
        ["plasterboard", 0.1, "t"],
      ],
      中文: [
        ["热轧钢板", 6, "kg"],
        ["混凝土", 1, "t"],
        ["塑料", 2, "kg"],
      ],
    };
    for (const [name, bill] of Object.entries(bills)) {
      const found = await assessBill(bill);
      expect(found.score.lo!, name).toBeLessThanOrEqual(found.score.value!);
      expect(found.score.hi!, name).toBeGreaterThanOrEqual(found.score.value!);
      expect(Object.values(found.matchShares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      for (const { reason, match, score, lo, hi } of found.lines) {
        expect(reason.length).toBeGreaterThan(10);
        expect(match === "unmatched").toBe(score === null);
        expect(lo === null).toBe(score === null);
        expect(hi === null).toBe(score === null);
      }
      expect(found.headline).toContain(`${found.coverage.lines} of ${bill.length} line`);
    }
  });

  test("an answer that leaves out every line leaves no score", async () => {
    const found = await assess({
      description: "A beam.",
      functionalUnit: { amount: 1, unit: "item" },
      bill: [{ name: "steel beam", amount: 1, unit: "t" }],
      answers: { "match:steel beam": "none" },
    });
    expect(found.score.value).toBeNull();
    expect(found.coverage).toEqual({ lines: 0, of: 1, notRead: 0, byMass: 0 });
  });
});
