import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ecospold1 } from "../../../../lib/exchange/lifecycle/ecospold1.ts";
import { ecospold2 } from "../../../../lib/exchange/lifecycle/ecospold2.ts";
import { inventoryFormatOf } from "../../../../lib/exchange/lifecycle/formats.ts";
import { ilcd } from "../../../../lib/exchange/lifecycle/ilcd.ts";
import type { InventoryFormat } from "../../../../lib/exchange/lifecycle/inventory-format.ts";
import { ImportError } from "../../../../lib/exchange/mrio/import-error.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { filesOf } from "./inventory-files.ts";
import { ecospold1Process, ecospold1Sample, ecospold2Sample, ids, ilcdSample } from "./xml-samples.ts";

type Files = Readonly<Record<string, string>>;

/** The sentence of what is wrong. Anything but an ImportError fails. */
async function sentence(format: InventoryFormat, files: Files): Promise<string> {
  try {
    await format.read(filesOf(files), uninterrupted);
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
  return "read";
}

const bakery = Object.keys(ecospold2Sample)[0]!;
const oven = Object.keys(ecospold2Sample)[1]!;
/** The sample with one file changed; fails if the change changes nothing. */
function changed(files: Files, path: string, from: string | RegExp, to: string): Files {
  const text = files[path]!.replace(from, to);
  expect(text).not.toBe(files[path]);
  return { ...files, [path]: text };
}
const in1 = (from: string | RegExp, to: string) => changed({ "a.xml": ecospold1Process() }, "a.xml", from, to);
const bread = "ILCD/processes/bread.xml";

const cases: [string, InventoryFormat, () => Files, RegExp][] = [
  ["an empty file", ecospold2, () => ({ ...ecospold2Sample, [oven]: "" }), /\.spold: the file is empty/],
  ["a file of spaces", ecospold2, () => ({ "a.spold": " \n " }), /a\.spold, line 2: .*well-formed/],
  [
    "a truncated file",
    ecospold2,
    () => ({ "a.spold": ecospold2Sample[bakery]!.slice(0, 3000) }),
    /a\.spold, line \d+: .*truncated/,
  ],
  [
    "another root",
    ecospold2,
    () => ({ "a.spold": "<html>\n</html>" }),
    /line 1: the root element ecoSpold was expected, but it is html/,
  ],
  [
    "another format",
    ecospold2,
    () => ({ "a.spold": ecospold1Process() }),
    /line 2: the namespace EcoSpold02 was expected/,
  ],
  [
    "no activity",
    ecospold2,
    () => ({ "a.spold": '<ecoSpold xmlns="http://www.EcoInvent.org/EcoSpold02"/>' }),
    /a\.spold: an activity data set was expected/,
  ],
  [
    "no reference product",
    ecospold2,
    () => changed(ecospold2Sample, oven, ">0</outputGroup>", ">2</outputGroup>"),
    /line \d+: activity "heat, oven" was expected to have a reference product/,
  ],
  [
    "an amount that is no number",
    ecospold2,
    () => changed(ecospold2Sample, oven, 'amount="1"', 'amount="NaN"'),
    /line \d+: amount of intermediateExchange was expected to be a finite number, but is "NaN"/,
  ],
  [
    "an infinite amount",
    ecospold2,
    () => changed(ecospold2Sample, oven, 'amount="1"', 'amount="1e999"'),
    /finite number, but is "1e999"/,
  ],
  [
    "a decimal comma",
    ecospold2,
    () => changed(ecospold2Sample, oven, 'amount="1"', 'amount="1,5"'),
    /finite number, but is "1,5"/,
  ],
  [
    "no unit",
    ecospold2,
    () => changed(ecospold2Sample, oven, /<unitName[^>]*>MJ<\/unitName>/, ""),
    /line \d+: intermediateExchange was expected to have unitName/,
  ],
  [
    "a unit that does not convert",
    ecospold2,
    () => changed(ecospold2Sample, oven, ">MJ<", ">furlong<"),
    /line \d+: heat was expected in MJ, as elsewhere, .* but is in furlong/,
  ],
  [
    "a data set twice",
    ecospold2,
    () => ({ ...ecospold2Sample, "db/again.spold": ecospold2Sample[oven]! }),
    /again\.spold, line \d+: Activity .* is declared twice/,
  ],
  [
    "an unknown group",
    ecospold2,
    () => changed(ecospold2Sample, oven, ">0</outputGroup>", ">9</outputGroup>"),
    /line \d+: intermediateExchange "heat" was expected to have an inputGroup or outputGroup of EcoSpold 2, but has 9/,
  ],
  [
    "no flow id",
    ecospold2,
    () => changed(ecospold2Sample, oven, / intermediateExchangeId="[^"]*"/, ""),
    /expected to have intermediateExchangeId/,
  ],
  ["no files", ecospold2, () => ({ "readme.txt": "x" }), /readme\.txt: at least one data set/],

  ["an empty file", ecospold1, () => ({ "a.xml": "" }), /a\.xml: the file is empty/],
  [
    "a truncated file",
    ecospold1,
    () => ({ "a.xml": ecospold1Process().slice(0, -30) }),
    /a\.xml, line \d+: .*truncated/,
  ],
  [
    "no data set",
    ecospold1,
    () => in1(/<referenceFunction[^>]*>/, ""),
    /line 6: a data set with a referenceFunction was expected/,
  ],
  [
    "no product",
    ecospold1,
    () => in1(">0</outputGroup>", ">3</outputGroup>"),
    /line 5: process "Bread" was expected to have a product/,
  ],
  [
    "an amount that is no number",
    ecospold1,
    () => in1('meanValue="0.7"', 'meanValue="NaN"'),
    /line 10: meanValue of exchange was expected to be a finite number/,
  ],
  ["no amount", ecospold1, () => in1('meanValue="0.7"', ""), /line 10: exchange was expected to have meanValue/],
  [
    "no unit",
    ecospold1,
    () => in1('location="CH" unit="kg" meanValue="0.7"', 'meanValue="0.7"'),
    /line 10: exchange was expected to have unit/,
  ],
  [
    "a number twice that an allocation needs",
    ecospold1,
    () => ({
      "a.xml": ecospold1Process()
        .replace('number="2"', 'number="1"')
        .replace(
          "</flowData>",
          '<allocation referenceToCoProduct="1" fraction="100"><referenceToInputOutput>1</referenceToInputOutput></allocation></flowData>',
        ),
    }),
    /line 10: exchange number 1 was expected once/,
  ],
  [
    "no group",
    ecospold1,
    () => in1("<inputGroup>5</inputGroup>", ""),
    /line 10: exchange "Flour" was expected to have an inputGroup .*, but has none/,
  ],
  [
    "a process twice",
    ecospold1,
    () => ({ "a.xml": ecospold1Process(), "b.xml": ecospold1Process() }),
    /b\.xml, line 5: Activity .* is declared twice/,
  ],
  [
    "an allocation to nothing",
    ecospold1,
    () => changed(ecospold1Sample, "db/Sample.XML", 'referenceToCoProduct="2"', 'referenceToCoProduct="77"'),
    /line \d+: an allocation names exchange number 77/,
  ],

  ["an empty file", ilcd, () => ({ ...ilcdSample, [bread]: "" }), /bread\.xml: the file is empty/],
  [
    "a truncated flow",
    ilcd,
    () => ({ ...ilcdSample, "ILCD/flows/ash.xml": ilcdSample["ILCD/flows/ash.xml"]!.slice(0, 400) }),
    /ash\.xml, line \d+: .*truncated/,
  ],
  [
    "another data set",
    ilcd,
    () => ({ ...ilcdSample, [bread]: ilcdSample["ILCD/flows/ash.xml"]! }),
    /the root element processDataSet was expected, but it is flowDataSet/,
  ],
  [
    "a missing flow",
    ilcd,
    () => {
      const { "ILCD/flows/wood.xml": _, "ILCD/flows/wood_00.xml": __, ...rest } = ilcdSample;
      return rest;
    },
    new RegExp(`line \\d+: exchange 2 refers to the flow data set ${ids.WOOD}`),
  ],
  [
    "a missing flow property",
    ilcd,
    () => {
      const { "ILCD/flowproperties/mass.xml": _, ...rest } = ilcdSample;
      return rest;
    },
    /line \d+: flow Bread; sliced refers to the flow property/,
  ],
  [
    "a missing unit group",
    ilcd,
    () => {
      const { "ILCD/unitgroups/mass.xml": _, ...rest } = ilcdSample;
      return rest;
    },
    /line \d+: flow property Mass refers to the unit group/,
  ],
  [
    "a missing unit",
    ilcd,
    () => changed(ilcdSample, "ILCD/unitgroups/mass.xml", 'dataSetInternalID="0"', 'dataSetInternalID="7"'),
    /the reference unit with the internal id 0/,
  ],
  [
    "no reference flow",
    ilcd,
    () => changed(ilcdSample, bread, ">0</referenceToReferenceFlow>", ">88</referenceToReferenceFlow>"),
    /line \d+: process "Bread; at bakery" was expected to have a reference flow/,
  ],
  [
    "an elementary reference flow",
    ilcd,
    () => changed(ilcdSample, bread, ">0</referenceToReferenceFlow>", ">5</referenceToReferenceFlow>"),
    /is the elementary flow carbon dioxide/,
  ],
  [
    "an amount that is no number",
    ilcd,
    () => changed(ilcdSample, bread, "<meanAmount>0.1<", "<meanAmount>abc<"),
    /line \d+: meanAmount of meanAmount was expected|line \d+: .*finite number, but is "abc"/,
  ],
  [
    "an id twice",
    ilcd,
    () => changed(ilcdSample, bread, 'dataSetInternalID="1"', 'dataSetInternalID="0"'),
    /line \d+: the internal id 0 was expected once/,
  ],
  [
    "a process twice",
    ilcd,
    () => ({ ...ilcdSample, "ILCD/processes/again.xml": ilcdSample[bread]! }),
    /again\.xml, line \d+: Activity .* is declared twice/,
  ],
  [
    "an unknown kind of flow",
    ilcd,
    () => changed(ilcdSample, "ILCD/flows/ash.xml", "Waste flow", "Stream"),
    /ash\.xml, line \d+: a typeOfDataSet of a flow was expected .*"Stream"/,
  ],
  [
    "another direction",
    ilcd,
    () => changed(ilcdSample, bread, ">Input<", ">Sideways<"),
    /line \d+: the exchangeDirection of exchange 2 was expected to be Input or Output, but is "Sideways"/,
  ],
];

describe("Damaged files", () => {
  test.each(cases.map(([what, format, ...rest]) => [what, format.id, format, ...rest] as const))(
    "%s of %s gives a sentence with file and line",
    async (_, __, format, files, expected) => {
      expect(await sentence(format, files())).toMatch(expected);
    },
  );

  test("with a document type definition are refused, so that no entity is expanded", async () => {
    const levels = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`).join(
      "\n",
    );
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE ecoSpold [<!ENTITY e0 "ha">\n${levels}]>\n${ecospold1Process().split("\n").slice(1).join("\n").replace('name="Bread"', 'name="&e20;"')}`;
    expect(await sentence(ecospold1, { "a.xml": bomb })).toMatch(
      /a\.xml, line \d+: a document without a document type/,
    );
    const external = '<?xml version="1.0"?>\n<!DOCTYPE ecoSpold SYSTEM "file:///etc/passwd">\n<ecoSpold/>';
    expect(await sentence(ecospold1, { "a.xml": external })).toMatch(/a document without a document type/);
    const undeclared = ecospold1Process().replace('name="Bread"', 'name="&e1;"');
    expect(await sentence(ecospold1, { "a.xml": undeclared })).toMatch(/a\.xml, line \d+: .*well-formed/);
  });

  test("with very deep or very long elements are refused", async () => {
    const deep = `<ecoSpold><dataset><referenceFunction>${"<a>".repeat(500)}`;
    expect(await sentence(ecospold1, { "a.xml": deep })).toMatch(/at most 100 nested elements/);
    const long = `<ecoSpold><dataset><referenceFunction>${"x".repeat(17_500_000)}`;
    const source = { paths: ["a.xml"], open: filesOf({ "a.xml": long }, 1_000_000).open };
    await expect(ecospold1.read(source, uninterrupted)).rejects.toThrow(/at most 16000000 characters/);
  });

  test.each([
    ["EcoSpold 2", ecospold2, ecospold2Sample],
    ["EcoSpold 1", ecospold1, ecospold1Sample],
    ["ILCD", ilcd, ilcdSample],
  ] as const)(
    "of %s, cut or changed anywhere, give an inventory or a sentence, never another error",
    async (_, format, sample) => {
      const place = fc.constantFrom(...Object.keys(sample)).chain((path) =>
        fc.record({
          path: fc.constant(path),
          at: fc.nat(sample[path]!.length - 1),
          length: fc.integer({ min: 0, max: 40 }),
          by: fc.constantFrom("", "<", "&", '"', "0", "-", "NaN", "\u0000", "</a>", "﷐"),
        }),
      );
      await fc.assert(
        fc.asyncProperty(place, async ({ path, at, length, by }) => {
          const text = sample[path]!;
          const damaged = { ...sample, [path]: text.slice(0, at) + by + (by === "" ? "" : text.slice(at + length)) };
          expect(await sentence(format, damaged)).toMatch(/^read$|: .*(expected|twice|empty)/s);
        }),
      );
    },
  );
});

test("files of no known format are recognised by none", async () => {
  expect(await inventoryFormatOf(filesOf({ "a.csv": "x,y", "b.xml": "<html/>" }))).toBeUndefined();
});
