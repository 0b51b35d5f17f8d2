import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../../kernel/services/compute/read-dataset.ts";
import { inventoryEntries } from "../../../../kernel/services/import/inventory-entries.ts";
import { inventoryFormatOf } from "../../../../lib/exchange/lifecycle/formats.ts";
import { impactMethodsOf, type ReadFactor } from "../../../../lib/exchange/lifecycle/impact-methods.ts";
import { ImportNotes } from "../../../../lib/exchange/lifecycle/import-notes.ts";
import { importedMethods } from "../../../../lib/lifecycle/resource/imported-methods.ts";
import { openInventory } from "../../../../lib/lifecycle/resource/open-inventory.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import type { Read } from "../../../../lib/tool/read.ts";
import { findTool } from "../../../../lib/tools.ts";
import { filesOf } from "./inventory-files.ts";
import { ecospold1Method, ecospold2Method, ilcdMethod, methodSamples, simaproMethodFile } from "./method-samples.ts";
import { schema2, texts } from "./olca-sample.ts";
import { refusal } from "./source.ts";
import { ecospold1Sample, ecospold2Sample, ilcdSample } from "./xml-samples.ts";

const origin = { at: "2026-01-02T03:04:05Z", files: [{ name: "a.zip", bytes: 1, modified: "", sha256: "ab" }] };

async function read(files: Readonly<Record<string, string>>) {
  const source = filesOf(files);
  const format = await inventoryFormatOf(source);
  return { format: format!, inventory: await format!.read(source, uninterrupted) };
}

/** Reads the Arrow files of an import as the browser keeps them, and the datasets that ship. */
async function kept(files: Readonly<Record<string, string>>, name: string): Promise<Read> {
  const { format, inventory } = await read(files);
  const stored = new Map<string, Uint8Array>();
  for (const { entry, parts } of inventoryEntries(inventory, format, name, origin)) {
    const chunks: Uint8Array[] = [];
    for await (const part of parts()) chunks.push(part);
    stored.set(entry.name, new Uint8Array(Buffer.concat(chunks)));
  }
  const shipped = shippedDatasets();
  return readOnce(async (dataset) => stored.get(dataset) ?? shipped(dataset));
}

const call = async (name: string, input: unknown, read: Read) =>
  (await callTool(findTool(name)!, input, uninterrupted, read)) as Record<string, never> & {
    readonly scores: { readonly value?: number; readonly score?: number; readonly unit: string }[];
    readonly fallback: { own: number; wider: number; world: number };
    readonly notes: string[];
  };

const emitted = (location?: string) => [
  { flow: "Carbon dioxide", compartment: "emission/air", amount: 2, unit: "kg", ...(location && { location }) },
];

/** The name of the method and its indicator, the place of its regional factor, and the score of 1 kg there and elsewhere. */
const expected: readonly [
  format: string,
  method: string,
  indicator: string,
  place: string,
  there: number,
  else_: number,
][] = [
  ["olca", "Method", "Climate", "CN", 1.5, 1],
  ["ecospold2", "Made up", "climate, warming", "CH", 3, 3],
  ["ecospold1", "Made up", "climate, warming", "CH", 5, 3],
  ["ilcd", "Made up", "warming", "CH", 5, 3],
  ["simapro", "Made up", "warming", "CH", 3, 3],
];

describe("Impact methods of files", () => {
  test.each(expected)("of %s are kept with the inventory and assess any inventory by name", async (...row) => {
    const [format, method, indicator, place, there, elsewhere] = row;
    const source = await kept(methodSamples[format]!, "mine");
    const [found] = await importedMethods("mine", source);
    expect([found!.id, found!.indicators.map(({ code }) => code), found!.origin]).toEqual([
      method,
      [indicator],
      "mine",
    ]);
    const input = { methodsFrom: ["mine"], methods: [indicator] };
    const at = await call("lifecycle.characterise", { ...input, inventory: emitted(place) }, source);
    expect(at.scores[0]!.value).toBeCloseTo(2 * there, 12);
    const other = await call("lifecycle.characterise", { ...input, inventory: emitted("US-CA") }, source);
    expect(other.scores[0]!.value).toBeCloseTo(2 * elsewhere, 12);
    const isRegional = there !== elsewhere;
    expect(at.fallback).toEqual({ own: isRegional ? 1 : 0, wider: 0, world: 0 });
    expect(other.fallback).toEqual({ own: 0, wider: 0, world: isRegional ? 1 : 0 });
  });

  test("are found by the ids of the flows, in a solved inventory of the same files", async () => {
    const source = await kept(methodSamples.olca!, "bakery");
    const rules = { allocation: { rule: "energy" } };
    const asked = { source: "bakery", rules, demand: { of: "disposal", amount: 3 }, methods: ["Method"] };
    // 2.7 kg of its own and 0.01 kg of power, of places that are not China.
    const { scores, fallback, notes } = await call("lifecycle.score", asked, source);
    expect(scores).toEqual([expect.objectContaining({ unit: "kg CO2 eq", score: expect.closeTo(2.71, 10) })]);
    expect(fallback.world + fallback.own + fallback.wider).toBeGreaterThan(0);
    expect(notes.join(" ")).toContain("that of the whole world");
    const { methods } = await openInventory({ source: "bakery" }, source);
    expect(methods[0]).toMatchObject({ id: "Method", origin: "bakery" });
  });

  test("do not count where none is asked for: the default is what ships", async () => {
    const source = await kept(methodSamples.olca!, "bakery");
    const { scores } = await call("lifecycle.characterise", { inventory: emitted(), methodsFrom: ["bakery"] }, source);
    expect(scores.length).toBeGreaterThan(10);
    expect(scores.some((score) => (score as { method?: string }).method === "Method")).toBe(false);
  });

  test("with a name that is not imported end with a sentence", async () => {
    const source = await kept(methodSamples.olca!, "bakery");
    const input = { inventory: emitted(), methodsFrom: ["bakry"] };
    expect(await refusal(() => call("lifecycle.characterise", input, source))).toMatch(/There is no inventory “bakry”/);
  });

  test("that differ only for long-term emissions keep the others by name, and these by id", async () => {
    const { inventory } = await read(methodSamples.simapro!);
    const factors = inventory.methods![0]!.factors;
    expect(factors.map(({ compartment, value }) => [compartment, value])).toEqual([
      ["emission/air", 3],
      ["emission/air/troposphere/rural", 4],
      ["", 0],
    ]);
    const notes = inventory.notes.map((note) => writeMessage(note)).join("\n");
    expect(notes).toMatch(/1 characterisation factors .* by the id of their flow alone/);
    expect(notes).toMatch(/damage categories .* were not read/);
  });

  test("of a part of a medium that is not known are taken for the medium, and the import says how many and which", () => {
    const factor = { flow: "f", name: "X", cas: null, unit: "kg", location: null };
    const factors = [
      { ...factor, compartment: "Elementary flows/Emission to air/above the ice", value: 7 },
      { ...factor, flow: "g", name: "Y", compartment: "Elementary flows/Emission to air/unspecified", value: 1 },
    ];
    const notes = new ImportNotes();
    const [method] = impactMethodsOf([{ name: "M", categories: [{ name: "C", unit: "u", factors }] }], notes);
    expect(method!.factors.map(({ compartment }) => compartment)).toEqual(["emission/air", "emission/air"]);
    expect(notes.list().map((note) => writeMessage(note))).toEqual([
      expect.stringMatching(
        /^1 characterisation factors are of parts .*X \(Elementary flows\/Emission to air\/above the ice\)/,
      ),
    ]);
  });

  test("have codes that are unique, with the method's name where several have an indicator of one name", () => {
    const factor: ReadFactor = {
      flow: "f",
      name: "F",
      compartment: "air",
      cas: null,
      unit: "kg",
      value: 1,
      location: null,
    };
    const category = { name: "Climate", unit: "kg", factors: [factor, { ...factor, value: 2 }] };
    const notes = new ImportNotes();
    const methods = impactMethodsOf(
      [
        { name: "A", categories: [category] },
        { name: "B", categories: [category, { ...category, name: "Land" }] },
        { name: "", categories: [] },
      ],
      notes,
    );
    expect(methods.map(({ id }) => id)).toEqual(["A", "B", "Impact categories of no method"]);
    expect(methods.flatMap(({ indicators }) => indicators.map(({ code }) => code))).toEqual([
      "A, Climate",
      "B, Climate",
      "Land",
    ]);
    expect(methods[0]!.factors.map(({ value }) => value)).toEqual([1]);
    expect(writeMessage(notes.list()[0]!)).toMatch(/3 characterisation factors are given twice/);
  });
});

describe("Regional factors in an input", () => {
  const factor = { indicator: "W", flow: "Water", compartment: "emission/water", unit: "m3" };
  const method = {
    id: "Scarcity",
    indicators: [{ code: "W", unit: "m3 eq" }],
    factors: [
      { ...factor, value: 1, location: "GLO" },
      { ...factor, value: 10, location: "RER" },
      { ...factor, value: 20, location: "Eastern Asia" },
      { ...factor, value: 40, location: "CHN" },
      { ...factor, flow: "Brine", value: 7, location: "FR" },
    ],
  };
  const at = (location: string, flow = "Water", unit = "m3") => ({
    flow,
    compartment: "emission/water",
    amount: 1,
    unit,
    location,
  });
  const run = (...inventory: ReturnType<typeof at>[]) =>
    call("lifecycle.characterise", { inventory, methods: ["W"], impactMethods: [method] }, readOnce(shippedDatasets()));

  test("fall back from a place to the wider one, and to the whole world, and say how many did", async () => {
    const { scores, fallback, notes } = await run(at("CN"), at("CN-GD"), at("JP"), at("FR"), at("US"), at("RoW"));
    expect(scores[0]!.value).toBe(40 + 40 + 20 + 10 + 1 + 1);
    expect(fallback).toEqual({ own: 1, wider: 3, world: 2 });
    expect(notes.join(" ")).toContain("Of 6 amounts that have factors for places, 1 have that of their own place, 3");
  });

  test("of other places only leave the flow out, with the reason", async () => {
    const { uncharacterised } = (await run(at("FR", "Brine"), at("US", "Brine"))) as unknown as {
      uncharacterised: { reason: string }[];
    };
    expect(uncharacterised).toHaveLength(1);
    expect(uncharacterised[0]!.reason).toMatch(/in other places, but none for its place/);
  });

  test("of another unit leave the flow out, with the reason", async () => {
    const { uncharacterised } = (await run(at("FR", "Water", "kWh"))) as unknown as {
      uncharacterised: { reason: string }[];
    };
    expect(uncharacterised[0]!.reason).toMatch(/Its unit does not convert/);
  });

  test.each([
    [
      "a factor of an indicator that it does not declare",
      { ...factor, indicator: "X", value: 1 },
      /indicator X, which/,
    ],
    ["a factor twice", { ...factor, value: 3, location: "RER" }, /two factors of Water in emission\/water for W/],
    ["a factor that is not a number", { ...factor, value: "NaN" }, /impactMethods\[0\]\.factors\[5\]\.value is/],
  ])("refuse %s", async (_, wrong, sentence) => {
    const input = {
      inventory: [at("FR")],
      methods: ["Scarcity"],
      impactMethods: [{ ...method, factors: [...method.factors, wrong] }],
    };
    expect(await refusal(() => call("lifecycle.characterise", input, readOnce(shippedDatasets())))).toMatch(sentence);
  });
});

describe("A damaged method ends with a sentence that names the file", () => {
  const olca = (change: (category: { impactFactors: Record<string, unknown>[] }) => void) => {
    const files = schema2();
    change(files["lcia_categories/c-1.json"] as never);
    return Object.fromEntries(texts(files));
  };
  const es2 = (...given: Parameters<typeof ecospold2Method>) => ({
    ...ecospold2Sample,
    "db/datasets/method.spold": ecospold2Method(...given),
  });
  const es1 = (...given: Parameters<typeof ecospold1Method>) => ({
    ...ecospold1Sample,
    "db/impact.xml": ecospold1Method(...given),
  });
  const ilcd = (...given: Parameters<typeof ilcdMethod>) => ({
    ...ilcdSample,
    "ILCD/lciamethods/warming.xml": ilcdMethod(...given),
  });
  const cases: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    [
      "openLCA, a factor that is not a number",
      olca(({ impactFactors }) => {
        impactFactors[0]!.value = "NaN";
      }),
      /c-1\.json: the field impactFactors\.0\.value/,
    ],
    [
      "openLCA, an unknown flow",
      olca(({ impactFactors }) => {
        impactFactors[0]!.flow = { "@id": "gone" };
      }),
      /c-1\.json: the flow gone is named here/,
    ],
    [
      "openLCA, a unit that does not fit",
      olca(({ impactFactors }) => {
        impactFactors[0]!.unit = { "@id": "u-MJ", name: "MJ" };
      }),
      /c-1\.json: the unit "MJ" of "Carbon dioxide"/,
    ],
    ["EcoSpold 2, a factor that is not a number", es2("NaN"), /method\.spold, line \d: amount of factor .* is "NaN"/],
    [
      "EcoSpold 2, a unit that does not fit",
      es2("3", "MJ"),
      /method\.spold, line \d: Carbon dioxide was expected in kg/,
    ],
    ["EcoSpold 1, a factor that is not a number", es1("NaN"), /impact\.xml, line \d: meanValue of exchange .* "NaN"/],
    ["ILCD, a factor that is not a number", ilcd("NaN"), /warming\.xml, line \d: meanValue of meanValue .* "NaN"/],
    ["ILCD, an unknown flow", ilcd("3", "gone"), /warming\.xml, line \d: a factor refers to the flow gone/],
    [
      "SimaPro, a factor that is not a number",
      { "m.csv": simaproMethodFile("NaN") },
      /m\.csv, line \d+: "NaN" is neither/,
    ],
    [
      "SimaPro, a unit that does not fit",
      { "m.csv": simaproMethodFile("3", "MJ") },
      /m\.csv, line \d+: "Carbon dioxide" is in MJ here/,
    ],
    [
      "SimaPro, an unknown compartment",
      { "m.csv": simaproMethodFile().replace("Air;(unspec", "Ether;(unspec") },
      /m\.csv, line \d+: the compartment "Ether" is not known/,
    ],
  ];
  test.each(cases)("%s", async (_, files, sentence) => {
    expect(await refusal(() => read(files))).toMatch(sentence);
  });
});
