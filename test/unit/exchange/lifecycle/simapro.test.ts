import { describe, expect, test } from "vitest";
import { inventoryFormatOf } from "../../../../lib/exchange/lifecycle/formats.ts";
import { simaproCsv } from "../../../../lib/exchange/lifecycle/simapro-reader.ts";
import { writeSimapro } from "../../../../lib/exchange/lifecycle/simapro-writer.ts";
import { exchangeTypes } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { picked, refusal } from "./source.ts";

/** A made-up file: a dairy with two products and a landfill, written with decimal commas as in much of Europe. */
const sample = `{SimaPro 8.5.0.0}
{processes}
{Date: 24-10-2019}
{Project: Käserei}
{CSV Format version: 8.0.5}
{CSV separator: Semicolon}
{Decimal separator: ,}
"{Related objects (system descriptions, substances, units, etc.): Yes}"

Process

Category type
material

Process identifier
Made0001

Type
Unit process

Process name
Dairy

Status


Time period
2015-2019

Geography
Europe, Western

Literature references


Comment
"Two lines:\u007fthe second says ""cheese"""

Products
Cheese {CH} U;kg;2;75;not defined;Food\\Dairy;hard cheese
Whey {CH} U;g;1000*1,5;25;not defined;Food\\Dairy;

Avoided products
Feed;kg;0,5;Undefined;0;0;0;

Resources
Water, lake;in water;m3;0,02;Triangle;0;0,01;0,04;

Materials/fuels
Milk;kg;milk_needed * 2;Lognormal;1,44;0;0;(2,1,1,1,1,na) weighed
Salt;g;30;Normal;4;0;0;

Electricity/heat
Electricity;kWh;1,5E-1;Uniform;0;0,1;0,2;

Emissions to air
Carbon dioxide;low. pop.;kg;-0,5;Lognormal;1,21;0;0;

Emissions to water

Waste to treatment
Packaging waste;kg;0,1;Undefined;0;0;0;

Input parameters
fat;4;Undefined;0;0;0;No;

Calculated parameters
milk_needed;"Iff(FAT > 3; scale ^ 2 * 10; 1)";

End

Process

Category type
waste treatment

Process identifier
Made0002

Process name
Landfill

Waste treatment
Packaging waste;kg;1;All waste types;Landfills;

Emissions to soil
Lead;agricultural;g;2;Undefined;0;0;0;

End

Quantities
Mass;Yes

End

Units
kg;Mass;1;kg
g;Mass;0,001;kg

End

Airborne emissions
Carbon dioxide;kg;000124-38-9;

End

Emissions to soil
Lead;kg;007439-92-1;

End

Database Input parameters
scale;3;Undefined;0;0;0;No;

End

Project Input parameters
Scale;2;Normal;0,2;0;0;No;half of the database's

End
`;

const read = async (text: string | Uint8Array, name = "dairy.csv") =>
  simaproCsv.read(await picked({ [name]: text }), uninterrupted);

/** The text in Windows-1252, as SimaPro writes it; all of its letters are in Latin-1. */
const windows = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe("A file of SimaPro", () => {
  test("gives products with shares, laws, formulas and compartments", async () => {
    const { graph, title } = await read(sample);
    expect(title).toBe("Käserei");
    expect(graph.activities[0]).toEqual({
      id: "Made0001",
      name: "Dairy",
      location: "Europe, Western",
      years: [2015, 2019],
      category: "material/Food/Dairy",
      stage: null,
      comment: 'Two lines:\nthe second says "cheese"',
    });
    const { exchanges, products, flows } = graph;
    const plain = Array.from({ length: exchanges.count }, (_, at) => {
      const type = exchangeTypes[exchanges.type[at]!]!;
      const { name, unit } = (type === "biosphere" ? flows : products)[exchanges.flow[at]!]!;
      return { type, name, unit, amount: exchanges.amount[at]!, ...exchanges.details.get(at) };
    });
    expect(plain).toEqual([
      {
        type: "production",
        name: "Cheese {CH} U",
        unit: "kg",
        amount: 2,
        reference: true,
        properties: { share: 0.75 },
        comment: "hard cheese",
      },
      {
        type: "production",
        name: "Whey {CH} U",
        unit: "g",
        amount: 1500,
        formula: "1000 * 1.5",
        properties: { share: 0.25 },
      },
      { type: "substitution", name: "Feed", unit: "kg", amount: 0.5 },
      // The project's scale of 2 stands before the database's of 3: 2 ^ 2 * 10 * 2.
      {
        type: "technosphere",
        name: "Milk",
        unit: "kg",
        amount: 80,
        formula: "milk_needed * 2",
        law: { type: "lognormal", median: 80, geometricSd: 1.2 },
        comment: "(2,1,1,1,1,na) weighed",
      },
      { type: "technosphere", name: "Salt", unit: "g", amount: 30, law: { type: "normal", mean: 30, sd: 2 } },
      {
        type: "technosphere",
        name: "Electricity",
        unit: "kWh",
        amount: 0.15,
        law: { type: "uniform", lo: 0.1, hi: 0.2 },
      },
      { type: "technosphere", name: "Packaging waste", unit: "kg", amount: -0.1 },
      {
        type: "biosphere",
        name: "Water, lake",
        unit: "m3",
        amount: 0.02,
        law: { type: "triangular", lo: 0.01, mode: 0.02, hi: 0.04 },
      },
      {
        type: "biosphere",
        name: "Carbon dioxide",
        unit: "kg",
        amount: -0.5,
        law: { type: "lognormal", median: 0.5, geometricSd: 1.1 },
      },
      { type: "production", name: "Packaging waste", unit: "kg", amount: -1, reference: true },
      { type: "biosphere", name: "Lead", unit: "kg", amount: 0.002 },
    ]);
    expect(flows).toContainEqual(
      expect.objectContaining({ name: "Carbon dioxide", compartment: "emission/air/low. pop.", cas: "124-38-9" }),
    );
    expect(graph.parameters).toEqual([
      { name: "Scale", value: 2, law: { type: "normal", mean: 2, sd: 0.1 } },
      { name: "fat", value: 4, activity: 0 },
      { name: "milk_needed", value: 40, formula: "if(fat > 3, Scale^2 * 10, 1)", activity: 0 },
    ]);
  });

  test("in Windows-1252 gives the same as in UTF-8", async () => {
    expect(await read(windows(sample))).toEqual(await read(sample));
  });

  test("says which inputs have no provider", async () => {
    const { notes } = await read(sample);
    expect(notes.map((note) => writeMessage(note))).toEqual([
      expect.stringMatching(/^4 inputs are made by processes that the file does not have.*Feed, Milk, Salt/),
    ]);
  });

  test("is recognised by its header", async () => {
    expect((await inventoryFormatOf(await picked({ "dairy.csv": sample })))?.id).toBe("simapro");
    expect(await inventoryFormatOf(await picked({ "other.csv": "a;b\n1;2\n" }))).toBeUndefined();
  });

  test("is written with what SimaPro cannot hold as notes", async () => {
    const { graph } = await read(sample);
    const flows = graph.flows.map((flow) => ({
      ...flow,
      compartment: `outside/${flow.compartment}`,
      name: `${flow.name} 钢`,
    }));
    const { notes } = writeSimapro({ ...graph, flows }, { project: "a" });
    const sentences = notes.map((note) => writeMessage(note)).join("\n");
    expect(sentences).toMatch(/^3 elementary flows are in compartments that SimaPro does not have.*Lead 钢 \(outside/m);
  });
});

describe("A damaged file of SimaPro ends with a sentence that names the line", () => {
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
  test.each([
    [
      "a decimal point where the header says comma",
      "kWh;1,5E-1",
      "kWh;0.15",
      /"0\.15" is neither a number with the decimal separator "," that the header states/,
    ],
    [
      "a decimal comma where the header says point",
      "{Decimal separator: ,}",
      "{Decimal separator: .}",
      /"1000\*1,5" is neither|"0,001" is neither/,
    ],
    [
      "an unknown section",
      "Electricity/heat",
      "Electricity and heat",
      /a section of a process was expected to begin here.*"Electricity and heat"/,
    ],
    ["an unknown block", "Quantities\n", "Qualities\n", /a block was expected to begin here.*"Qualities"/],
    ["a distribution that does not exist", "Triangle", "Trapeze", /the distribution "Trapeze" is not known/],
    [
      "a unit that does not fit",
      "agricultural;g;",
      "agricultural;m3;",
      /"Lead" is in m3 here, which does not fit its unit kg/,
    ],
    ["an unknown parameter", "milk_needed * 2", "milk_wanted * 2", /"milk_wanted \* 2" is neither/],
    ["an amount that is missing", "Salt;g;30;", "Salt;g;;", /"" is neither a number/],
    ["an amount that is not a number", "Salt;g;30;", "Salt;g;NaN;", /"NaN" is neither a number/],
    [
      "a separator that the header does not state",
      "Salt;g;30;Normal;4;0;0;",
      "Salt\tg\t30",
      /3 fields were expected in a row of Materials\/fuels, but there are 1/,
    ],
    ["an identifier twice", "Made0002", "Made0001", /another process has the identifier Made0001/],
    [
      "a parameter twice",
      "fat;4;Undefined;0;0;0;No;\n",
      "fat;4;Undefined;0;0;0;No;\nFat;5;Undefined;0;0;0;No;\n",
      /the parameter "Fat" is declared twice/,
    ],
    [
      "a calculated parameter that cannot be read",
      "scale ^ 2 * 10",
      "scale ^^ 2",
      /"Iff\(FAT > 3; scale \^\^ 2; 1\)" is neither/,
    ],
    [
      "a process that makes nothing",
      "Waste treatment\nPackaging waste;kg;1;All waste types;Landfills;\n",
      "",
      /the process makes no product/,
    ],
    [
      "an unknown separator",
      "{CSV separator: Semicolon}",
      "{CSV separator: Colon}",
      /the CSV separator "Colon" is not known/,
    ],
  ])("with %s", async (_, part, damage, sentence) => {
    expect(sample).toContain(part);
    const damaged = sample.replace(part, damage);
    const said = await refusal(() => read(damaged));
    expect(said).toMatch(sentence);
    expect(said).toMatch(/^ImportError: dairy\.csv, line \d+: /);
    // A whole process is at fault in its first line, a header everywhere.
    if (damage !== "" && !damage.startsWith("{") && !said.includes("identifier")) {
      const line = Number(/line (\d+)/.exec(said)![1]);
      const from = lineOf(damaged, damage);
      expect(line).toBeGreaterThanOrEqual(from);
      expect(line).toBeLessThanOrEqual(from + damage.split("\n").length);
    }
  });

  test("cut anywhere after its header, it is refused or gives whole processes", async () => {
    const start = sample.indexOf("Process\n");
    for (let end = start + 9; end < sample.length - 5; end += 37) {
      const outcome = await read(sample.slice(0, end)).then(
        ({ graph }) => graph.activities.length,
        (error: Error) => error.message,
      );
      if (typeof outcome === "number") expect(outcome).toBe(2);
      else expect(outcome).toMatch(/dairy\.csv, line \d+: /);
    }
  });

  test("without a header", async () => {
    expect(await refusal(() => read("Process\n\nEnd\n"))).toMatch(/line 1: a header was expected/);
  });

  test("with neither processes nor methods", async () => {
    const file = "{SimaPro 9.0}\n{processes}\n\nDamage category\n\nx\n\nEnd\n";
    expect(await refusal(() => read(file))).toMatch(/no process and no impact method; Damage category are not read/);
  });
});
