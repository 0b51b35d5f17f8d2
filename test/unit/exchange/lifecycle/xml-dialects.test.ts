import { describe, expect, test } from "vitest";
import { ecospold1 } from "../../../../lib/exchange/lifecycle/ecospold1.ts";
import { ecospold2 } from "../../../../lib/exchange/lifecycle/ecospold2.ts";
import { inventoryFormatOf } from "../../../../lib/exchange/lifecycle/formats.ts";
import { ilcd } from "../../../../lib/exchange/lifecycle/ilcd.ts";
import { exchangesOf, readBy } from "./exchanges-of.ts";
import { filesOf } from "./inventory-files.ts";
import { picked, refusal } from "./source.ts";
import { ecospold1Process, ecospold2Sample, ids, ilcdSample } from "./xml-samples.ts";

/*
 * What published files do beside the schemas of their formats, in made-up files: oddities were seen in data sets of the U.S. LCI
 * Database and in test files of bw2io and openLCA, no text or number is theirs.
 */

const exchange = (attributes: string, group: string) => `<exchange ${attributes}>${group}</exchange>`;
const [into, outOf] = [
  (n: number) => `<inputGroup>${n}</inputGroup>`,
  (n: number) => `<outputGroup>${n}</outputGroup>`,
];
const allocation = (product: number, fraction: string, ...numbers: number[]) =>
  `<allocation referenceToCoProduct="${product}" allocationMethod="-1" fraction="${fraction}">${numbers
    .map((number) => `<referenceToInputOutput>${number}</referenceToInputOutput>`)
    .join("")}</allocation>`;

/** Two products of outputGroup 2, the one that the process is named after second. */
const twoProducts = (factors: string) =>
  ecospold1Process(
    exchange('number="1" name="Crumbs" location="CH" unit="kg" meanValue="0.1"', outOf(2)) +
      exchange('number="2" name="Bread" location="CH" unit="kg" meanValue="1"', outOf(2)) +
      exchange('number="3" name="Flour" location="CH" unit="kg" meanValue="0.7"', into(5)) +
      exchange('number="4" name="Salt" location="CH" unit="kg" meanValue="0.01"', into(5)) +
      factors,
  );
const fractions =
  allocation(1, "0.25", 3) + allocation(2, "0.75", 3) + allocation(2, "1.0", 4) + allocation(1, "0.0", 4);

describe("EcoSpold 1 as it is published", () => {
  test("with factors that sum to 1 gives the same as with per cent, and says so", async () => {
    const { graph, notes } = await readBy(ecospold1, filesOf({ "a.xml": twoProducts(fractions) }));
    expect(exchangesOf(graph, "Bread")).toEqual([
      { type: "production", flow: "Crumbs", amount: 0.1, properties: { share: 0.25 } },
      { type: "production", flow: "Bread", amount: 1, reference: true, properties: { share: 0.75 } },
      { type: "technosphere", flow: "Flour", amount: 0.7 },
      { type: "technosphere", flow: "Salt", amount: 0.01, only: "Bread" },
    ]);
    expect(notes).toEqual([expect.stringMatching(/^1 processes state allocation factors as fractions of 1.*Bread/)]);
    const percent = fractions.replaceAll(
      /fraction="([^"]*)"/g,
      (_, text: string) => `fraction="${Number(text) * 100}"`,
    );
    const other = await readBy(ecospold1, filesOf({ "a.xml": twoProducts(percent) }));
    expect(other.notes).toEqual([]);
    expect(exchangesOf(other.graph, "Bread")).toEqual(exchangesOf(graph, "Bread"));
  });

  test("that gives all to one product and 0 to the other states shares by it", async () => {
    const whole = allocation(2, "1.0", 3, 4) + allocation(1, "0.0", 3, 4);
    const { graph } = await readBy(ecospold1, filesOf({ "a.xml": twoProducts(whole) }));
    expect(exchangesOf(graph, "Bread").map(({ properties, only }) => [properties?.share, only])).toEqual([
      [0, undefined],
      [1, undefined],
      [undefined, "Bread"],
      [undefined, "Bread"],
    ]);
  });

  test("with the same number for all exchanges is read where no allocation needs them", async () => {
    const text = ecospold1Process().replaceAll(/<exchange([^>]*) number="\d+"/g, '<exchange$1 number="0"');
    expect(text.match(/number="0"/g)).toHaveLength(2);
    const { graph } = await readBy(ecospold1, filesOf({ "a.xml": text }));
    expect(exchangesOf(graph, "Bread").map(({ flow }) => flow)).toEqual(["Bread", "Flour"]);
  });

  test("writes infrastructure as 1 or as true", async () => {
    const made = (flag: string) =>
      ecospold1Process(
        exchange(
          `number="1" name="Bread" location="CH" unit="kg" meanValue="1" infrastructureProcess="${flag}"`,
          outOf(0),
        ),
      );
    const [one, word] = await Promise.all(
      ["1", "true"].map((flag) => readBy(ecospold1, filesOf({ "a.xml": made(flag) }))),
    );
    expect(one!.graph.products).toEqual(word!.graph.products);
    const { graph: other } = await readBy(ecospold1, filesOf({ "a.xml": made("0") }));
    expect(other.products).not.toEqual(word!.graph.products);
  });

  test("adds units as inventories write them: tons are metric", async () => {
    const { graph } = await readBy(
      ecospold1,
      filesOf({
        "a.xml": ecospold1Process(
          exchange('number="1" name="Bread" location="CH" unit="kg" meanValue="1"', outOf(0)) +
            exchange('number="2" name="Flour" location="CH" unit="kg" meanValue="0.5"', into(5)) +
            exchange('number="3" name="Flour" location="CH" unit="ton" meanValue="0.002"', into(5)),
        ),
      }),
    );
    expect(exchangesOf(graph, "Bread").map(({ flow, amount }) => [flow, amount])).toEqual([
      ["Bread", 1],
      ["Flour", 0.5],
      ["Flour", 2],
    ]);
  });

  test("is read in the encoding that it declares", async () => {
    const text = ecospold1Process()
      .replaceAll("Bread", "Brötchen")
      .replace('version="1.0"', 'version="1.0" encoding="ISO-8859-1"');
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    const source = await picked({ "a.xml": bytes });
    expect((await inventoryFormatOf(source))?.id).toBe("ecospold1");
    const { graph } = await readBy(ecospold1, source);
    expect(graph.activities[0]!.name).toBe("Brötchen");
    const unknown = text.replace("ISO-8859-1", "EBCDIC-1");
    expect(await refusal(async () => readBy(ecospold1, await picked({ "a.xml": unknown })))).toMatch(
      /^ImportError: a\.xml, line 1: a known encoding was expected, but the document states "EBCDIC-1"/,
    );
  });
});

describe("EcoSpold 2 as it is published", () => {
  const path = Object.keys(ecospold2Sample)[0]!;
  const plain = { [path]: ecospold2Sample[path]! };

  test("may end with names of master data, which are no exchanges", async () => {
    const masters = `<usedUserMasterData xmlns="http://www.EcoInvent.org/UsedUserMasterData">
      <activityName id="${ids.OVEN}"><name xml:lang="en">heat, oven</name></activityName>
      <intermediateExchange id="${ids.HEAT}" unitId="${ids.HEAT}"><name xml:lang="en">heat</name><unitName xml:lang="en">MJ</unitName></intermediateExchange>
      <elementaryExchange id="${ids.CARBON}" unitId="${ids.CARBON}"><name xml:lang="en">Carbon dioxide</name></elementaryExchange>
      <parameter id="${ids.BREAD}" variableName="loaves"><name xml:lang="en">loaves</name></parameter>
      <geography id="${ids.BREAD}"><shortname xml:lang="en">XX</shortname></geography>
     </usedUserMasterData>`;
    const expected = await readBy(ecospold2, filesOf(plain));
    // Before the data set as well as after it.
    for (const text of [
      plain[path]!.replace("</ecoSpold>", `${masters}</ecoSpold>`),
      plain[path]!.replace("<childActivityDataset>", `${masters}<childActivityDataset>`),
    ]) {
      const { graph } = await readBy(ecospold2, filesOf({ [path]: text }));
      expect(graph).toEqual(expected.graph);
    }
  });

  test("may comment an exchange several times", async () => {
    const text = plain[path]!.replace(
      '<comment xml:lang="en">measured</comment>',
      '<comment xml:lang="en">measured</comment><comment xml:lang="de">gemessen</comment><comment>EcoSpold01Location=CH</comment>',
    );
    const { graph } = await readBy(ecospold2, filesOf({ [path]: text }));
    expect(exchangesOf(graph, "bread production")[0]).toMatchObject({ comment: "measured\nEcoSpold01Location=CH" });
  });
});

describe("ILCD as it is published", () => {
  const process = "ILCD/processes/bread.xml";

  test("says what it states that is not read: places and modules of exchanges, results", async () => {
    const text = ilcdSample[process]!.replace(
      "<exchangeDirection>Input</exchangeDirection>",
      "<location>PL</location><exchangeDirection>Input</exchangeDirection>",
    )
      .replace(
        "<meanAmount>0.1</meanAmount>",
        '<meanAmount>0.1</meanAmount><common:other><epd:amount xmlns:epd="http://www.iai.kit.edu/EPD/2013" epd:module="A1-A3">0.1</epd:amount></common:other>',
      )
      .replace(
        "</exchanges>",
        "</exchanges><LCIAResults><LCIAResult><meanAmount>1</meanAmount></LCIAResult></LCIAResults>",
      );
    const before = await readBy(ilcd, filesOf(ilcdSample));
    const { graph, notes } = await readBy(
      ilcd,
      filesOf({ ...ilcdSample, [process]: text, "ILCD/lifecyclemodels/bread.xml": "<lifeCycleModelDataSet/>" }),
    );
    expect(graph).toEqual(before.graph);
    expect(notes.filter((note) => !before.notes.includes(note))).toEqual([
      expect.stringMatching(/^1 data sets of life-cycle models.*lifecyclemodels\/bread\.xml/),
      expect.stringMatching(/^1 processes state results of an impact assessment.*Bread; at bakery/),
      expect.stringMatching(/^1 exchanges state amounts by module.*Crumbs/),
      expect.stringMatching(/^1 exchanges state a place of their own.*Wood/),
    ]);
  });

  test("takes land from nature, which it categorises beside resources", async () => {
    const land = { ...ilcdSample };
    land["ILCD/flows/carbon.xml"] = land["ILCD/flows/carbon.xml"]!.replace(">Emissions<", ">Land use<").replace(
      ">Emissions to air<",
      ">Land occupation<",
    );
    const taken = (direction: string) => ({
      ...land,
      [process]: land[process]!.replace(/(dataSetInternalID="5"[\s\S]*?<exchangeDirection>)Output/, `$1${direction}`),
    });
    const amountOf = async (direction: string) => {
      const { graph } = await readBy(ilcd, filesOf(taken(direction)));
      return exchangesOf(graph, "Bread; at bakery").find(({ type }) => type === "biosphere")!.amount;
    };
    expect(await amountOf("Input")).toBe(0.7);
    expect(await amountOf("Output")).toBe(-0.7);
  });

  test("of several versions of a process the latest is read", async () => {
    const named = (version: string) => `ILCD/processes/10000000-0000-4000-8000-000000000001_${version}.xml`;
    const { [process]: text, ...others } = ilcdSample;
    const files = {
      ...others,
      [named("01.02.000")]: text!.replace(">Bread</baseName>", ">Bread, new</baseName>"),
      [named("01.01.000")]: text!,
    };
    const { graph, notes } = await readBy(ilcd, filesOf(files));
    expect(graph.activities.map(({ name }) => name)).toEqual(["Bread, new; at bakery"]);
    expect(notes).toContainEqual(
      expect.stringMatching(/^1 files are earlier versions of processes.*_01\.01\.000\.xml/),
    );
  });
});
