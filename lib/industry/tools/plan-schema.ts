import { z } from "zod";
import { ratio } from "../../tool/unit.ts";
import { readPlan } from "../planning/read-plan.ts";
import { searchSeconds } from "./search-schema.ts";

const yearly = z
  .union([z.number(), z.array(z.number()), z.record(z.string(), z.number())])
  .describe("One number for all years, or one for each: a list in the order of years, or a record by year");
const nonnegative = z.number().nonnegative();
const demanded = z
  .union([nonnegative, z.array(nonnegative), z.record(z.string(), nonnegative)])
  .describe("One number for all years, or one for each: a list in the order of years, or a record by year");
const positive = z.number().positive();
const amounts = z.record(z.string(), z.number());

const routeFields = {
  product: z.string().min(1).optional().describe("What one unit of activity makes one unit of; or give outputs"),
  outputs: amounts.optional().describe("Material → amount made per unit of activity"),
  inputs: amounts.optional().describe("Material → amount used per unit of activity"),
  emissions_t: yearly.optional().describe("t per unit of activity, beside those of the materials that it uses"),
  cost: yearly.optional().describe("Money per unit of activity, beside that of materials"),
  capacity: yearly.optional().describe("Activity a year that is installed; none means no limit, or 0 with investment"),
  retirement: z.int().optional().describe("The year from which what is installed is gone"),
  minimum: nonnegative.optional().describe("Activity a year at least; with onOff, only while it is on"),
  onOff: z.boolean().optional().describe("true: it may be off (an integer decision)"),
  fixedCost: nonnegative.optional().describe("Money a year while it is on; makes it an integer decision"),
  investment: yearly.optional().describe("Money per unit of new activity a year"),
  lifetime: positive.optional().describe("Years that what is built lasts"),
  maximum: nonnegative.optional().describe("Capacity at most, with what is installed"),
  unitSize: positive.optional().describe("Size of one plant: only whole plants are built"),
};

const materialFields = {
  price: yearly.optional().describe("Money per unit bought"),
  sellPrice: yearly.optional().describe("Money per unit sold of what is left over"),
  limit: yearly.optional().describe("Amount that can be bought a year"),
  emissions_t: yearly.optional().describe("t per unit bought"),
};

/** A list of named records, or a record of them by name. */
function namedList<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.union([
    z.array(z.strictObject({ name: z.string().min(1), ...fields })),
    z.record(z.string().min(1), z.strictObject(fields)),
  ]);
}

const limit = z.union([
  z.number(),
  z.strictObject({
    terms: amounts.optional().describe("Route or material → coefficient; default: what the limit is named after"),
    lo: yearly.optional(),
    hi: yearly.optional(),
  }),
]);

/** The input of all tools that plan routes. */
export const planFields = {
  routes: namedList(routeFields),
  materials: namedList(materialFields).default([]),
  demand: z.record(z.string(), demanded).describe("Material → amount a year"),
  limits: z
    .record(z.string(), limit)
    .default({})
    .describe("Route or material → activity or purchase a year at most, or {lo, hi}; or a name with terms"),
  prices: z.record(z.string(), yearly).default({}).describe("Material → money per unit bought"),
  carbonPrice: yearly.default(0).describe("Money per t"),
  cap: yearly.optional().describe("t a year at most"),
  totalCap: nonnegative.optional().describe("t over all years at most"),
  years: z.array(z.int()).min(1).max(200).optional().describe("Years to plan for; each stands until the next"),
  periodYears: z.array(positive).optional().describe("Years that each stands for; default: until the next"),
  discountRate: ratio.nonnegative().max(1).default(0).describe("A year; also the interest of investments"),
  budget: z.number().optional().describe("Discounted cost at most"),
  gap: ratio
    .nonnegative()
    .max(1)
    .default(1e-9)
    .describe("With integers: relative distance to the best bound at which the search stops"),
  seconds: searchSeconds,
  minimize: z.enum(["cost", "emissions"]).default("cost"),
};

const planIn = z.strictObject(planFields);

export function planOfInput(given: z.output<typeof planIn>): ReturnType<typeof readPlan> {
  const limits = Object.entries(given.limits).map(([name, each]) => [
    name,
    typeof each === "number" ? { hi: each } : each,
  ]);
  return readPlan({
    ...given,
    routes: listOf(given.routes),
    materials: listOf(given.materials),
    limits: Object.fromEntries(limits),
  });
}

function listOf<T extends object>(given: readonly (T & { name: string })[] | Readonly<Record<string, T>>) {
  if (Array.isArray(given)) return given as readonly (T & { name: string })[];
  return Object.entries(given as Readonly<Record<string, T>>).map(([name, each]) => ({ ...each, name }));
}
