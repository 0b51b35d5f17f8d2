import { describe, expect, test } from "vitest";
import { brightwayExcel } from "../../../../lib/exchange/lifecycle/brightway-reader.ts";
import { inventoryFormatOf } from "../../../../lib/exchange/lifecycle/formats.ts";
import { exchangesOf, readBy } from "./exchanges-of.ts";
import { picked, refusal } from "./source.ts";

/* Files in the layout of bw2io's CSVImporter, which is that of one sheet of its workbooks. Made up; no text or number is another's. */

const groups = (first: string, second: string) => `Project parameters
name,amount,formula
share,0.5,

Database,bakery
licence,CC0

Activity,bread production
code,A
unit,kg
location,CH
comment,"Two lines:
the second has a comma, and a ""quote"""
Parameters,${first}
name,amount,formula
flour,99,loss * 2

Exchanges
name,amount,location,unit,type,formula
bread production,1,CH,kg,production,
milling,9,here,,technosphere,flour * share + 4
"Carbon dioxide, 12"" pipe",0.1,,kg,biosphere,

Activity,milling
code,B
unit,kg
location,here
Parameters,${second}
name,amount,formula
loss,3,

Exchanges
name,amount,location,unit,type
milling,10,here,kg,production
`;

const read = async (text: string) => readBy(brightwayExcel, await picked({ "bakery.csv": text }));

describe("A CSV file of Brightway", () => {
  test("is recognised, but not every table that has an activity or a database", async () => {
    const formatOf = async (text: string) => (await inventoryFormatOf(await picked({ "a.csv": text })))?.id;
    expect(await formatOf(groups("g", "g"))).toBe("brightway");
    expect(await formatOf(`\ufeff${groups("g", "g").slice(groups("g", "g").indexOf("Database"))}`)).toBe("brightway");
    expect(await formatOf("Activity,Amount\nbread,1\n")).toBeUndefined();
    expect(await formatOf("Database,Rows\nbakery,2\n")).toBeUndefined();
  });

  test("gives what its workbook gives: quoted fields hold line breaks, commas and quotation marks", async () => {
    const { graph, title } = await read(groups("g", "g"));
    expect(title).toBe("bakery");
    expect(graph.activities[0]).toMatchObject({
      id: "A",
      name: "bread production",
      location: "CH",
      comment: 'Two lines:\nthe second has a comma, and a "quote"',
    });
    expect(graph.flows[0]).toMatchObject({ name: 'Carbon dioxide, 12" pipe', unit: "kg" });
  });

  test("shares the parameters of a group between its activities", async () => {
    const { graph, notes } = await read(groups("kitchen", "kitchen"));
    // flour is 2 · 3, half of it and 4 are 7.
    expect(exchangesOf(graph, "bread production")[1]).toMatchObject({
      amount: 7,
      formula: "flour * share + 4",
      provider: "milling",
    });
    expect(graph.parameters).toEqual([
      { name: "share", value: 0.5 },
      { name: "loss", value: 3 },
      { name: "flour", value: 6, formula: "loss * 2" },
    ]);
    expect(notes).toEqual([]);
  });

  test("keeps the parameters of a group with its activity where no other has the group, and its number if a formula names others", async () => {
    const { graph, notes } = await read(groups("kitchen", "mill"));
    expect(graph.parameters).toContainEqual({ name: "flour", value: 99, activity: 0 });
    expect(notes).toEqual([expect.stringMatching(/^1 formulas could not be taken over.*flour/)]);
  });

  test("says where a shared group has a name that is used elsewhere", async () => {
    const text = groups("kitchen", "kitchen").replace("share,0.5,", "share,0.5,\nloss,7,");
    const { graph, notes } = await read(text);
    expect(graph.parameters).toContainEqual({ name: "flour", value: 14, formula: "loss * 2", activity: 0 });
    expect(notes).toEqual([expect.stringMatching(/^1 groups of parameters that activities share.*kitchen/)]);
  });

  test("may have activities without a unit: it is that of what takes from them, or a piece, and a note says so", async () => {
    const bare = groups("g", "g")
      .replace("code,B\nunit,kg\n", "code,B\n")
      .replace("milling,10,here,kg,", "milling,10,here,,");
    expect(bare).not.toEqual(groups("g", "g"));
    const alone = await read(bare);
    expect(alone.graph.products.map(({ name, unit }) => [name, unit])).toContainEqual(["milling", "unit"]);
    expect(alone.notes).toEqual([expect.stringMatching(/^1 activities state no unit.*milling/)]);
    const { graph } = await read(bare.replace("milling,9,here,,", "milling,9,here,gram,"));
    expect(graph.products.map(({ name, unit }) => [name, unit])).toContainEqual(["milling", "g"]);
    expect(exchangesOf(graph, "milling")[0]).toMatchObject({ amount: 10 });
  });

  test("that is damaged ends with a sentence", async () => {
    expect(await refusal(() => read(groups("g", "g").replace("kg,production,", "kg,produced,")))).toMatch(
      /bakery\.csv.*type of the exchange "bread production" is "produced"/,
    );
  });
});

describe("Products of their own in a file of Brightway", () => {
  const text = `Database,bakery

Activity,bread
type,product
unit,kilogram

Activity,baking
type,process
location,CH

Exchanges
name,amount,unit,type
bread,2,kilogram,production
Carbon dioxide,0.4,kilogram,biosphere

Activity,sandwich making
unit,unit

Exchanges
name,amount,unit,type
sandwich making,1,unit,production
bread,100,gram,technosphere
butter,0.01,kilogram,technosphere

Activity,butter
type,product
unit,kilogram
`;

  test("are no activities; what takes them takes them from the process that makes them", async () => {
    const { graph, notes } = await read(text);
    expect(graph.activities.map(({ name }) => name)).toEqual(["baking", "sandwich making"]);
    expect(exchangesOf(graph, "baking")[0]).toEqual({ type: "production", flow: "bread", amount: 2, reference: true });
    expect(exchangesOf(graph, "sandwich making").slice(1)).toEqual([
      { type: "technosphere", flow: "bread", amount: 0.1, provider: "baking" },
      { type: "technosphere", flow: "butter", amount: 0.01 },
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^1 exchanges name activities that the database does not have.*butter/),
    ]);
  });
});
