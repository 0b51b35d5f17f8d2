import { expect, test } from "vitest";
import { parseUnit } from "../../../../lib/quantity/unit.ts";
import { tools } from "../../../../lib/tools.ts";
import { leadsTo, type NumberField, numberFields } from "./number-fields.ts";

/** Units that are no product of powers, which `lib/quantity` does not read. */
const notRead: readonly { readonly unit: string; readonly reason: string }[] = [
  { unit: "°C", reason: "a scale with a zero of its own" },
  { unit: "°", reason: "an angle" },
  { unit: "ppb", reason: "a mole fraction" },
];

/** Numbers whose unit no declaration can say, and why. */
const withoutUnit: readonly { readonly fields: RegExp; readonly reason: string }[] = [
  { fields: /[.> ](?:year|years\.year|from|to)$/, reason: "calendar years" },
  { fields: /^natural\.gridSums < regions\.region$/, reason: "an index" },
  {
    fields: /^consumption\.(?:lmdi|balance|multipliers) /,
    reason: "plain matrices of the caller's, whose unit comes out as it went in",
  },
  {
    fields: /^data\.query > (?:where|join\.where|having)(?:$|\.)/,
    reason: "conditions, each in the unit of its column",
  },
  { fields: /^account\.read > sheets\.rows$/, reason: "cells of a file, whose units the tool finds" },
  {
    fields: /^account\.(?:match|compute) > mapping\.entries\.convert\.factor$/,
    reason: "of the unit beside it, per unit of a line",
  },
  {
    fields: /^account\..*lines\.inventoryRow$/,
    reason: "a row of the sheet of inventory.company, with its unit in it",
  },
  { fields: /^classification\.regroup /, reason: "values of the caller's, whose unit comes out as it went in" },
  { fields: /^natural\.gridSums [><] (?:values|regions\.(?:sum|integral))$/, reason: "a field of the caller's" },
  { fields: /^inventory\.checkSeries /, reason: "a series of the caller's" },
  { fields: /^indicators\.decoupling > ownGdp\.value$/, reason: "real GDP in any unit of the caller's" },
  { fields: /^panorama\.reconcile /, reason: "figures of the caller's, all in one unit" },
  {
    fields: /^lifecycle\.(?:calculate|allocate|hybrid) |^uncertainty\.lifecycle > /,
    reason: "each product and flow has a unit of its own",
  },
  {
    fields: / > impactMethods\.factors\.value$/,
    reason: "a factor, in the unit of its indicator per unit of its flow",
  },
  { fields: /^lifecycle\.write > /, reason: "an inventory, in which each exchange and parameter names its unit" },
  {
    fields: /^lifecycle\.(?:breakEven|compare|elasticity) /,
    reason: "scores of the caller's, all in one unit, and the use or the parameters that they depend on",
  },
  { fields: /^industry\.programme /, reason: "variables and constraints of the caller's, each in a unit of its own" },
  {
    fields: /^industry\.dispatch .*(?:[cC]ost|[pP]rice|valueOfLostLoad|> storage\.(?:start|end))$/,
    reason: "money of the caller's currency; a level of storage as a share, or in MWh",
  },
  {
    fields: /^industry\.(?:optimize|pareto|abatement) /,
    reason: "routes, materials and money of the caller's: only emissions have a unit",
  },
  {
    fields: /^industry\.(?:keyLinks|scenarios) /,
    reason: "a model of the caller's, whose emissions and cost are in units of the caller's",
  },
  {
    fields: /^lifecycle\.pathExchange /,
    reason: "one score and money of the caller's, in units of the caller's",
  },
  {
    fields: /^(?:lifecycle\.\w+|uncertainty\.inventory) > (?:activities\.exchanges|parameters)\.uncertainty\./,
    reason: "the law of an exchange or a parameter, in its unit",
  },
  {
    fields: /^(?:lifecycle\.\w+|uncertainty\.inventory) > activities\.exchanges\.(?:mass|energy|price)$/,
    reason: "per unit of the product: kg, MJ, or any currency",
  },
  {
    fields: /^lifecycle\.scenarios > scenarios\.values$/,
    reason: "values of parameters, each in the unit of its parameter",
  },
  {
    fields: /^industry\.(?:operation|plant|powerPlant|companyRows|activity) > (?:parameters|unitParameters)$/,
    reason: "each parameter in the unit that industry.operations or industry.plants names",
  },
  { fields: /^lifecycle\.assess > answers$/, reason: "each question says in which unit it asks" },
  { fields: /^uncertainty\.lifecycle < scores/, reason: "scores in the units of the characterization" },
  {
    fields:
      /^uncertainty\.(?:propagate|distribution|sobol|sobolSample|sobolIndices|morris|fast|delta|regression|tornado|ensemble) /,
    reason: "variables and model of the caller's",
  },
  {
    fields: /^uncertainty\.(?:approachOne|approachTwo|keyCategories) /,
    reason: "emissions of the caller's, all in one unit",
  },
  {
    fields: /^uncertainty\.footprint > sources\.error\.bySize\.size$/,
    reason: "of the part of the table that the source names",
  },
  { fields: /^panorama\.ladder > uncertainty\.errors\.factor\./, reason: "the law of a factor" },
  { fields: /^panorama\.ladder > uncertainty\.errors\.difference\./, reason: "the law of a difference in Mt" },
  { fields: /^consumption\.accounts < identities\.absolute$/, reason: "an identity may be of money or of emissions" },
  { fields: /^consumption\.checkTable < jumps\./, reason: "what jumped may be money or emissions" },
  { fields: /^inventory\.equation > inputs$/, reason: "each equation names the units of its variables" },
  {
    fields: /^industry\.flowsheet (?:> units\.parameters|> specifications\.by\.(?:lo|hi)|< free)$/,
    reason: "each parameter in the unit that industry.operations names",
  },
  {
    fields:
      /^industry\.calibrateFlowsheet > (?:units\.parameters|parameters\.(?:lo|hi)|cases\.(?:parameters|measured\.sigma))$/,
    reason: "each parameter in the unit that industry.operations names, each sigma in that of its reading",
  },
  { fields: /^industry\.(?:reconcile|calibrate) /, reason: "each flow, reading and parameter has a unit of its own" },
  {
    fields: /^industry\.allocation > plants\.benchmark$/,
    reason: "t CO2 per unit of output, whose unit the plant names",
  },
  { fields: /^cbam\.communication > carbonPrices\.price$/, reason: "in the currency that stands beside it" },
  { fields: /^avoided\.surface > [xy]\.(?:from|to)$/, reason: "each assumption has a unit of its own" },
  {
    fields: /^inventory\.wetlands > areas\.factor$/,
    reason: "drained, rewetted and flooded land have factors of their own",
  },
];

const fields = tools.flatMap(numberFields);

function isListed({ name }: NumberField): boolean {
  return withoutUnit.some((each) => each.fields.test(name));
}

test("every number of a tool's input and output has a unit, says where it stands, or is listed with a reason", () => {
  const bare = fields.filter(
    (field) => field.unit === undefined && field.unitIn === undefined && !field.isInteger && !isListed(field),
  );
  expect([...new Set(bare.map(({ name }) => name))]).toEqual([]);
});

test("every unit is one that quantities have, or is listed with a reason", () => {
  const units = new Set(fields.flatMap(({ unit }) => (unit === undefined ? [] : [unit])));
  for (const { unit } of notRead) expect(units.delete(unit)).toBe(true);
  for (const unit of units)
    expect(() => parseUnit(unit.replace("{gas}", "CH4").replace("{metric}", "AR6.GWP100"))).not.toThrow();
});

test("where a unit is said to stand, there is a field", () => {
  const astray = fields.filter(
    ({ unitIn, around }) =>
      unitIn !== undefined && !unitIn.split(" / ").every((path) => path === "person" || leadsTo(path, around)),
  );
  expect(astray.map(({ name, unitIn }) => `${name}: ${unitIn}`)).toEqual([]);
});

test("what is listed without a unit is a field that there is", () => {
  for (const { fields: listed } of withoutUnit) {
    expect([listed, fields.some(({ name, unit, unitIn }) => !unit && !unitIn && listed.test(name))]).toEqual([
      listed,
      true,
    ]);
  }
});
