import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ElementaryFlow } from "../../../lib/lifecycle/graph/exchange-graph.ts";
import { assessInventory } from "../../../lib/lifecycle/impact/assessed-inventory.ts";
import { characterise, characteriserOf } from "../../../lib/lifecycle/impact/characterisation.ts";
import { chosenMethods } from "../../../lib/lifecycle/impact/chosen-methods.ts";
import { climateMethod } from "../../../lib/lifecycle/impact/climate-method.ts";
import { compartmentOf, containing, writtenPath } from "../../../lib/lifecycle/impact/compartment.ts";
import { coverageOf } from "../../../lib/lifecycle/impact/coverage.ts";
import { directImpacts } from "../../../lib/lifecycle/impact/direct-impacts.ts";
import { flowUnitFactor } from "../../../lib/lifecycle/impact/flow-unit.ts";
import type { ImpactFactor, ImpactMethod } from "../../../lib/lifecycle/impact/impact-method.ts";
import { methodsOf } from "../../../lib/lifecycle/impact/shipped-methods.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { denseFromRows } from "../../../lib/numeric/matrix.ts";
import { columnsFrom } from "../../../lib/tool/read.ts";

const flow = (name: string, compartment: string, unit = "kg", cas: string | null = null): ElementaryFlow => ({
  ...{ id: `${name} ${compartment}`, name, compartment, unit, cas },
});

const factor = (name: string, compartment: string, value: number, rest: Partial<ImpactFactor> = {}): ImpactFactor => ({
  ...{ indicator: "W", flow: name, compartment, unit: "kg", value, ...rest },
});

const method = (factors: readonly ImpactFactor[], code = "W"): ImpactMethod => ({
  id: `method of ${code}`,
  name: "a made-up method",
  version: "1",
  indicators: [{ code, name: code, unit: "points", kind: "impact" }],
  factors,
});

describe("Compartments", () => {
  test.each([
    ["emission/air/troposphere/rural", "emission/air/troposphere/rural"],
    ["air", "emission/air"],
    ["air::urban air close to ground", "emission/air/troposphere/urban"],
    ["air/low population density", "emission/air/troposphere/rural"],
    ["Elementary flows/Emission to air/high population density", "emission/air/troposphere/urban"],
    ["Elementary flows/Emission to air/unspecified", "emission/air"],
    ["Emissions to water/river", "emission/water/fresh water body/river"],
    ["water::surface water", "emission/water"],
    ["water::ground-, long-term", "emission/water/subterranean"],
    ["soil::agricultural", "emission/ground/human-dominated/agricultural"],
    ["natural resource::in air", "resource/air"],
    ["resource/in ground", "resource/ground/subterranean"],
    ["resource/ground", "resource/ground"],
    // As the readers of SimaPro, openLCA and Brightway give them.
    ["emission/soil", "emission/ground"],
    ["emission/soil/agricultural", "emission/ground/human-dominated/agricultural"],
    ["emission/air/low. pop.", "emission/air/troposphere/rural"],
    ["emission/air/urban air close to ground", "emission/air/troposphere/urban"],
    ["emission/water/groundwater, long-term", "emission/water/subterranean"],
    ["emission/air/(unspecified)", "emission/air"],
    ["emission/ground/human-dominated/agricultural", "emission/ground/human-dominated/agricultural"],
    // ILCD.
    ["Emissions/Emissions to air/Emissions to air, unspecified", "emission/air"],
    ["Emissions/Emissions to air/Emissions to urban air close to ground", "emission/air/troposphere/urban"],
    ["Emissions/Emissions to water/Emissions to fresh water", "emission/water/fresh water body"],
    ["Emissions/Emissions to soil/Emissions to agricultural soil", "emission/ground/human-dominated/agricultural"],
    ["Resources/Resources from ground/Non-renewable element resources from ground", "resource/ground"],
    ["Resources/Resources from air", "resource/air"],
  ])("%s is %s", (written, context) => {
    expect(compartmentOf(written)).toEqual({ context, complete: true });
  });

  test("of which only the medium is known are the medium, and say so", () => {
    expect(compartmentOf("air/somewhere else")).toEqual({ context: "emission/air", complete: false });
    expect(compartmentOf("emission/soil/somewhere else")).toEqual({ context: "emission/ground", complete: false });
    expect(compartmentOf("Emissions/Emissions to air/Emissions to urban air high stack")).toEqual({
      context: "emission/air",
      complete: false,
    });
  });

  test.each(["", "economic", "photovoltaic::production of components", "resource", "natural resource::elsewhere"])(
    "%j is none",
    (written) => {
      expect(compartmentOf(written)).toBeUndefined();
    },
  );

  test("are contained in larger ones up to their medium", () => {
    expect(containing("emission/air/troposphere/rural")).toEqual([
      "emission/air/troposphere/rural",
      "emission/air/troposphere",
      "emission/air",
    ]);
  });
});

describe("Units of flows", () => {
  test.each([
    ["kilogram", "kg", 1],
    ["t", "kg", 1000],
    ["kilowatt hour", "MJ", 3.6],
    ["square meter-year", "m2*a", 1],
    ["Bq", "kilo Becquerel", 0.001],
    ["CTUe", "CTUe", 1],
  ])("%s is %s times %d", (from, to, ratio) => {
    expect(flowUnitFactor(from, to)).toBe(ratio);
  });

  test.each([
    ["m3", "kg"],
    ["kg CO2", "kg"],
    ["nonsense", "kg"],
    ["kBq", "kg"],
  ])("%s does not become %s", (from, to) => {
    expect(flowUnitFactor(from, to)).toBeUndefined();
  });
});

describe("A flow finds its factor", () => {
  const gases = method([
    factor("Nitrous oxide", "emission/air", 3, { cas: "10024-97-2" }),
    factor("Methane", "emission/air", 2, { cas: "74-82-8" }),
    factor("Carbon dioxide", "emission/air", 1, { cas: "124-38-9" }),
  ]);
  const found = (given: ElementaryFlow, options = {}) => {
    const { matches, missing } = characterise([given], [gases], options);
    return matches[0] ?? missing[0]!.reason;
  };

  test("by its name, whatever its case", () => {
    expect(found(flow("methane", "air"))).toMatchObject({ by: "name", name: "Methane", factor: 2 });
  });
  test("by its CAS number, with leading zeros or not", () => {
    expect(found(flow("Lachgas", "air", "kg", "010024-97-2"))).toMatchObject({ by: "CAS", name: "Nitrous oxide" });
    expect(found(flow("Lachgas", "air", "kg", "n.a."))).toBe("flow");
  });
  test("by a synonym of another list", () => {
    expect(found(flow("Dinitrogen monoxide", "air"))).toMatchObject({ by: "synonym", factor: 3 });
    expect(found(flow("Dinitrogen monoxide", "air"), { by: ["name"] })).toBe("flow");
  });
  test("by a name that stands for it", () => {
    const synonyms = new Map([["Marsh gas", "Methane"]]);
    expect(found(flow("Marsh gas", "air"), { synonyms })).toMatchObject({ by: "given synonym", name: "Methane" });
    const astray = new Map([["Marsh gas", "Methan"]]);
    expect(() => found(flow("Marsh gas", "air"), { synonyms: astray })).toThrow(/Methan is to stand for Marsh gas/);
  });
  test("in its unit", () => {
    expect(found(flow("Methane", "air", "t"))).toMatchObject({ factor: 2000 });
    expect(found(flow("Methane", "air", "m3"))).toBe("unit");
  });
  test("not by a CAS number that several flows of the method have", () => {
    const dust = method([
      factor("fine", "emission/air", 1, { cas: "50-00-0" }),
      factor("coarse", "emission/air", 2, { cas: "50-00-0" }),
    ]);
    expect(characterise([flow("dust", "air", "kg", "50-00-0")], [dust]).missing[0]!.reason).toBe("flow");
  });
  test("but not for biogenic carbon dioxide, unless a method has it under its own name", () => {
    const biogenic = flow("Carbon dioxide, biogenic", "air", "kg", "124-38-9");
    expect(found(biogenic)).toBe("biogenic CO2");
    // Where carbon dioxide has no factor at all, that is the reason.
    const acid = method([factor("Ammonia", "emission/air", 2)]);
    expect(characterise([biogenic], [acid]).missing[0]!.reason).toBe("flow");
    const own = method([factor("Carbon dioxide, biogenic", "emission/air", 0)]);
    expect(characterise([biogenic], [own]).matches[0]).toMatchObject({ by: "name", factor: 0 });
  });
  test("not for a resource where the factor is of an emission", () => {
    expect(found(flow("Carbon dioxide", "resource/air"))).toBe("compartment");
    expect(found(flow("Carbon dioxide", "economic"))).toBe("unknown compartment");
  });
  test.each([
    ["emission/air/unspecified", "emission/air/unspecified"],
    ["emission/air/unspecified", "air"],
    ["air::urban air close to ground", "Elementary flows/Emission to air/high population density"],
    ["emission/air/troposphere/rural", "emission/air/low. pop."],
    ["economic", "economic"],
  ])("of a flow in %s by a factor in %s, which mean the same", (compartment, written) => {
    const [found] = characterise([flow("Methane", compartment)], [method([factor("Methane", written, 3)])]).matches;
    expect(found?.factor).toBe(3);
  });

  test("of any flow by a factor of the identical path, before those of paths that mean the same", () => {
    const part = fc.constantFrom(
      ...["emission", "Emissions", "air", "Air", "emission to air", "water", "soil", "resource", "natural resource"],
      ...["unspecified", "(unspecified)", "low. pop.", "low. pop., long-term", "troposphere", "rural", "in ground"],
      ...["river", "somewhere else", "Elementary flows", " ground water ", "", "economic"],
    );
    const path = fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom("/", "::"))
      .map(([parts, between]) => parts.join(between))
      .filter((written) => writtenPath(written) !== "");
    fc.assert(
      fc.property(path, fc.array(path, { maxLength: 3 }), (written, others) => {
        const own = writtenPath(written);
        const apart = new Set([own]);
        const rest = others.filter((other) => !apart.has(writtenPath(other)) && apart.add(writtenPath(other)));
        const factors = [...rest.map((other) => factor("Methane", other, 1)), factor("Methane", written, 7)];
        const [found] = characterise([flow("Methane", written)], [method(factors)]).matches;
        expect(found?.factor).toBe(7);
      }),
    );
  });

  test("not by the factor of an unknown part of its medium", () => {
    const factors = [factor("Methane", "air/somewhere else", 3)];
    expect(characterise([flow("Methane", "air")], [method(factors)]).matches).toEqual([]);
  });

  test("of several paths that mean one compartment by the plain one, whatever their order", () => {
    const factors = [factor("Methane", "air/low. pop., long-term", 5), factor("Methane", "air/low. pop.", 3)];
    for (const each of [factors, factors.toReversed()]) {
      const { matches } = characterise([flow("Methane", "emission/air/troposphere/rural")], [method(each)]);
      expect(matches.map((match) => match.factor)).toEqual([3]);
    }
  });

  test("in the smallest compartment that has one", () => {
    const smoke = method([factor("smoke", "emission/air", 1), factor("smoke", "emission/air/troposphere/urban", 5)]);
    const at = (compartment: string) => characterise([flow("smoke", compartment)], [smoke]).matches[0];
    expect(at("air/urban air close to ground")).toMatchObject({ factor: 5, context: "emission/air/troposphere/urban" });
    expect(at("emission/air/troposphere/urban/low")).toMatchObject({ factor: 5 });
    expect(at("air/non-urban air or from high stacks")).toMatchObject({ factor: 1, context: "emission/air" });
    // A factor of a smaller compartment says nothing of the larger one.
    const urban = method([factor("smoke", "emission/air/troposphere/urban", 5)]);
    expect(characterise([flow("smoke", "air")], [urban]).missing[0]!.reason).toBe("compartment");
  });
});

describe("Regional factors", () => {
  const water = method([
    factor("Water", "resource/water", 1),
    factor("Water", "resource/water", 10, { location: "US" }),
    factor("Water", "resource/water", 40, { location: "US-CA" }),
    factor("Water", "resource/water/subterranean", 3),
  ]);
  const flows = [flow("Water", "resource/water"), flow("Water", "resource/water/subterranean")];
  const containedIn = new Map([
    ["US-CA", "US"],
    ["US-TX", "US"],
    ["US", "RNA"],
  ]);
  const characteriser = characteriserOf(flows, [water], { containedIn });
  const used = (place: string | null) =>
    characteriser.at(place).matches.map(({ factor: value, location, context }) => [value, location, context]);

  test("hold at their place, then in the region around it, then for the world, and say which was used", () => {
    expect(characteriser.isRegionalised).toBe(true);
    expect(used("US-CA")[0]).toEqual([40, "US-CA", "resource/water"]);
    expect(used("US-TX")[0]).toEqual([10, "US", "resource/water"]);
    expect(used("FR")[0]).toEqual([1, null, "resource/water"]);
    expect(used(null)[0]).toEqual([1, null, "resource/water"]);
  });
  test("precede those of a smaller compartment elsewhere", () => {
    expect(used("US-TX")[1]).toEqual([10, "US", "resource/water"]);
    expect(used("FR")[1]).toEqual([3, null, "resource/water/subterranean"]);
  });
  test("weigh the flows of each activity by its place", () => {
    const biosphere = csrFromDense(
      denseFromRows([
        [1, 2, 3],
        [0, 0, 1],
      ]),
    );
    const direct = directImpacts(biosphere, ["US-CA", "US-TX", null], characteriser);
    expect([...direct.values]).toEqual([40, 20, 3 + 3]);
  });
  test("of a region within itself are refused", () => {
    const loop = new Map([
      ["A", "B"],
      ["B", "A"],
    ]);
    expect(() => characteriserOf(flows, [water], { containedIn: loop }).at("A")).toThrow(/A → B → A/);
  });
  test("are no reason for several matrices where there are none", () => {
    const plain = characteriserOf(flows, [method([factor("Water", "resource/water", 1)])]);
    expect(plain.at("US")).toBe(plain.at(null));
  });
  test("give the sum of C B where no factor is regional", () => {
    const plain = characteriserOf(flows, [method([factor("Water", "resource/water", 2)])]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
          minLength: 1,
          maxLength: 6,
        }),
        (columns) => {
          const biosphere = csrFromDense(denseFromRows([columns.map(([a]) => a), columns.map(([, b]) => b)]));
          const direct = directImpacts(
            biosphere,
            columns.map(() => "X"),
            plain,
          );
          const dense = new Float64Array(columns.length);
          for (let p = 0; p < direct.values.length; p++) dense[direct.columnIndices[p]!] = direct.values[p]!;
          // Integers are exact.
          expect([...dense]).toEqual(columns.map(([a, b]) => 2 * a + 2 * b));
        },
      ),
    );
  });
  test("do not fit places or flows of another count", () => {
    const biosphere = csrFromDense(denseFromRows([[1, 2]]));
    expect(() => directImpacts(biosphere, ["US"], characteriser)).toThrow(/2 activities, but 1 places/);
    expect(() => directImpacts(biosphere, ["US", "US"], characteriser)).toThrow(/1 elementary flows, but 2/);
  });
});

describe("Methods", () => {
  test("that contradict are refused, with the flow", () => {
    const twice = method([factor("a", "emission/air", 1), factor("A", "emission/air", 2)]);
    expect(() => characterise([], [twice])).toThrow(/two factors of A in emission\/air/);
    expect(() => characterise([], [method([factor("a", "emission/air", Number.NaN)])])).toThrow(/factor NaN of a/);
    expect(() => characterise([], [method([]), { ...method([]), id: "other" }])).toThrow(/both method of W and other/);
    expect(() => characterise([], [method([factor("a", "emission/air", 1, { indicator: "V" })])])).toThrow(
      /not declare/,
    );
  });

  test("of a table with an empty cell are refused, with the row", () => {
    const cells = { method: ["m", "m"], indicator: ["i", "i"], indicator_name: ["n", "n"], indicator_unit: ["u", "u"] };
    const flows = { flow: ["a", null], context: ["emission/air", "emission/air"], flow_unit: ["kg", "kg"] };
    expect(() => methodsOf(columnsFrom("t", { ...cells, ...flows, factor: [1, 2] }))).toThrow(/Row 2 .* has no flow/);
  });

  test("are chosen by id, by indicator or by metric", () => {
    const two: ImpactMethod = {
      ...method([factor("a", "emission/air", 1), factor("a", "emission/air", 1, { indicator: "V" })]),
      indicators: ["W", "V"].map((code) => ({ code, name: code, unit: "points", kind: "impact" })),
    };
    const codes = (ids?: string[]) =>
      chosenMethods([two], ids).flatMap(({ indicators }) => indicators.map(({ code }) => code));
    expect(codes()).toEqual(["W", "V"]);
    expect(codes(["V"])).toEqual(["V"]);
    expect(codes(["V", two.id])).toEqual(["W", "V"]);
    expect(codes([two.id, "V", "AR6.GTP100"])).toEqual(["W", "V", "AR6.GTP100"]);
    expect(() => codes(["TRACI 3"])).toThrow(/no method, indicator or metric "TRACI 3"/);
    expect(() => codes(["AR5.GTP100"])).toThrow(/No value of AR5.GTP100/);
  });

  test("of a metric tell methane by its origin where the report does", () => {
    const names = ["Methane", "Methane, fossil", "Methane, non-fossil", "HFC-134a"];
    const values = (metric: string) =>
      characterise(
        names.map((name) => flow(name, "air")),
        [climateMethod(metric)],
      ).matches.map((match) => match.factor);
    expect(values("AR6.GWP100")).toEqual([27.9, 29.8, 27, 1530]);
    expect(values("AR5.GWP100")).toEqual([28, 30, 28, 1300]);
    expect(values("AR4.GWP100")).toEqual([25, 25, 25, 1430]);
  });
});

describe("An assessed inventory", () => {
  const gases = method([factor("a", "emission/air", 2), factor("b", "emission/air", -1)]);
  const line = (name: string, amount: number, unit = "kg") => ({ flow: name, compartment: "air", amount, unit });

  test("has no score where nothing has a factor, rather than zero", () => {
    const { scores, notes, uncharacterised } = assessInventory([line("c", 5)], [gases]);
    expect(scores[0]!.value).toBeNull();
    expect(notes.map(({ code }) => code)).toEqual(["lifecycle.impact.nothing"]);
    expect(uncharacterised).toEqual([{ ...line("c", 5), reason: "flow", indicators: ["W"] }]);
  });

  test("scores proportionally, and its contributions sum to the score", () => {
    const amount = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 9 }), (a, b, times) => {
        const of = (k: number) => assessInventory([line("a", a * k), line("b", b * k), line("c", 1)], [gases]);
        const [once, more] = [of(1), of(times)];
        expect(more.scores[0]!.value).toBe(times * once.scores[0]!.value!);
        expect(once.contributions.reduce((sum, { value }) => sum + value, 0)).toBe(once.scores[0]!.value);
        expect(once.contributions.length + once.uncharacterised.length).toBe(3);
      }),
    );
  });

  test("says how much of its mass has a factor, and leaves other units out", () => {
    const flows = [flow("a", "air", "t"), flow("c", "air"), flow("d", "air", "MJ"), flow("a", "resource/air")];
    const { emissions, resources } = coverageOf(characterise(flows, [gases]), flows, [-1, 250, 9, 7]);
    expect(emissions).toEqual({
      ...{ flows: 3, characterised: 1, share: 1 / 3, mass: 1250, characterisedMass: 1000, shareOfMass: 0.8 },
    });
    expect(resources).toMatchObject({ flows: 1, characterised: 0, mass: 7 });
  });

  test("counts no flow whose amount is zero", () => {
    const flows = [flow("a", "air"), flow("c", "air")];
    expect(coverageOf(characterise(flows, [gases]), flows, [1, 0]).emissions).toMatchObject({ flows: 1, share: 1 });
  });
});
