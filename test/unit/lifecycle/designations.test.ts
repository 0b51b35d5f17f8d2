import { describe, expect, test } from "vitest";
import { designated } from "../../../lib/lifecycle/assess/designations.ts";
import { assessBill, lineOf } from "./assessed-bill.ts";

describe("designations of standards in bills", () => {
  test("an alloy, a steel or a polymer is of its class, alone and with the name of a part", async () => {
    const classes = [
      ["6061-T6", "aluminium"],
      ["Housing EN AW-6082 T6", "aluminium"],
      ["ADC12", "aluminium"],
      ["AlSi10Mg", "aluminium"],
      ["SUS304", "stainless steel"],
      ["1.4301", "stainless steel"],
      ["shaft AISI 316L", "stainless steel"],
      ["06Cr19Ni10", "stainless steel"],
      ["支架 Q235", "steel"],
      ["S355JR", "steel"],
      ["SPCC", "steel"],
      ["42CrMo4", "steel"],
      ["45#", "steel"],
      ["ABS", "plastic"],
      ["PA66-GF30", "plastic"],
      ["外壳 PC/ABS", "plastic"],
      ["尼龙", "plastic"],
      ["PP-GF30", "polypropylene"],
      ["铝合金", "aluminium"],
      ["冷轧板", "steel"],
      ["304 SS", "stainless steel"],
      ["Screw, A2 stainless", "stainless steel"],
      ["316L不锈钢", "stainless steel"],
      ["SAE 9254", "steel"],
      ["螺栓 8.8级", "steel"],
      ["Bolt M10 grade 10.9", "steel"],
      ["EVA", "plastic"],
      ["TPR grip", "plastic"],
      ["PE", "polyethylene"],
    ] as const;
    const found = await assessBill(classes.map(([name]) => [name, 1, "kg"]));
    for (const [name, material] of classes)
      expect(lineOf(found, name), name).toMatchObject({ material, match: expect.not.stringMatching("unmatched") });
    expect(lineOf(found, "6061-T6").reason).toContain(
      "6061-T6 is an aluminium alloy (EN 573, EN 1706, JIS H 5302, GB/T 1173, GB/T 3190); the grade is not in the data.",
    );
    // What is read as its class scores as a line of that class does.
    const plain = await assessBill([["aluminium", 1, "kg"]]);
    expect(lineOf(found, "ADC12").score).toBe(lineOf(plain, "aluminium").score);
  });

  test("a material without data is told by what it is, and has no figure", async () => {
    const line = lineOf(await assessBill([["FR-4", 0.1, "kg"]]), "FR-4");
    expect(line).toMatchObject({ match: "unmatched", score: null });
    expect(line.reason).toContain("FR-4 is glass cloth in epoxy resin, a laminate");
  });

  test("what only looks like a designation is none", () => {
    for (const name of [
      "Bearing 6061",
      "concrete C45/55",
      "pc",
      "Pump 2024",
      "M8 x 40",
      "A4 paper",
      "PVC pipe 20",
      "part 12345",
      "Level 8.8 m",
      "A2 sheet",
      "room 304",
      "pe",
    ])
      expect(
        designated(name).found.filter(({ words }) => !words.includes("pvc")),
        name,
      ).toEqual([]);
    expect(designated("Seal (EPDM), 304L").found.map(({ written }) => written)).toEqual(["EPDM", "304L"]);
  });
});
