import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { sharesOf } from "../graph/allocation.ts";
import { productPropertiesShape } from "../graph/exchange-graph.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { LifecycleError } from "../lifecycle-error.ts";

const texts = messages("lifecycle.allocate", {
  process: { en: "The process", zh: "该过程" },
  noProducts: { en: "products is empty; give at least one product.", zh: "products 为空，请至少给出一种产品。" },
  twice: {
    en: "products names {name} twice. Give each a name of its own.",
    zh: "products 中 {name} 出现两次，请分别命名。",
  },
  zero: {
    en: "The amount of product {name} is 0, so nothing can be said per unit of it.",
    zh: "产品 {name} 的数量为 0，无法计算每单位的负荷。",
  },
  unknownReference: {
    en: "reference is {reference}, but the products are {names}.",
    zh: "reference 为 {reference}，而产品有 {names}。",
  },
  noReference: {
    en: "The rule substitution needs reference, the product that bears the burdens: one of {names:or}.",
    zh: "规则 substitution 需要 reference，即承担负荷的产品：{names:or} 之一。",
  },
  unknownAvoided: {
    en: "avoided names {name}, but the products are {names}.",
    zh: "avoided 中的 {name} 不是产品；产品有 {names}。",
  },
  avoidedReference: {
    en: "avoided names {name}, the reference product; only co-products replace something.",
    zh: "avoided 中的 {name} 是参考产品；只有副产品才有替代。",
  },
  aboveAnyFuel: {
    en: "energy of {name} is {energy} MJ per {unit}, which is {perKilogram} MJ/kg: no fuel has more than hydrogen, {most}. energy is per unit, not of the whole amount.",
    zh: "{name} 的 energy 为每 {unit} {energy} MJ，合 {perKilogram} MJ/kg：没有燃料高于氢的 {most}。energy 是每单位的值，不是总量的值。",
  },
  againstUnit: {
    en: "{property} of {name} is {stated} per {unit}, but a {unit} is {implied}. {property} is per unit, not of the whole amount; the stated value was used.",
    zh: "{name} 的 {property} 为每 {unit} {stated}，而 1 {unit} 为 {implied}。{property} 是每单位的值，不是总量的值；已按给出的值计算。",
  },
  nothingAvoided: {
    en: "No avoided burdens are stated for {names}: no credit is given.",
    zh: "没有给出 {names} 所避免的负荷：不计抵扣。",
  },
});

interface Product {
  readonly name: string;
  readonly amount: number;
  readonly unit: string;
}

interface StatedProduct extends Product {
  readonly mass?: number | undefined;
  readonly energy?: number | undefined;
}

interface Allocated {
  readonly products: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly shares: Readonly<Record<string, number>>;
}

export const lifecycleAllocate = defineTool({
  name: "lifecycle.allocate",
  title: { en: "Allocation among co-products", zh: "副产品之间的分配" },
  summary: {
    en: "Burdens of a process per unit of each of its products: by mass, energy, price or stated shares, or of the reference product with credits for what its co-products replace.",
    zh: "把一个过程的负荷按质量、能量、价格或给定份额分配到各产品的每单位，或以参考产品承担并对副产品所替代的给予抵扣。",
  },
  input: z.object({
    products: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          amount: numberIn(siblingUnit).describe("How much of it the process makes; < 0 for a waste that it treats"),
          unit: z.string().min(1),
          ...productPropertiesShape.shape,
        }),
      )
      .describe("What the process makes together"),
    burdens: z.record(z.string(), z.number()).describe("Flow → amount of the whole process, each in its own unit"),
    rule: z.enum(["mass", "energy", "price", "share", "substitution"]),
    avoided: z
      .record(z.string(), z.record(z.string(), z.number()))
      .optional()
      .describe("With substitution: co-product → flow → amount that one unit of it avoids elsewhere"),
    reference: z.string().optional().describe("The reference product; needed with substitution"),
  }),
  output: z.object({
    products: z
      .record(z.string(), z.record(z.string(), z.number()))
      .describe(
        "Product → flow → amount per unit. With substitution the reference product only: its co-products are credits.",
      ),
    shares: z
      .record(z.string(), ratio)
      .describe("Product → its share in the burdens, which sum to 1. Empty with substitution."),
    notes: notesOut,
  }),
  tablesOut: {
    byProduct: recordTable(
      { en: "The burdens of each product, per unit of it.", zh: "各产品每单位的负荷。" },
      {
        product: textColumn({ en: "The product.", zh: "产品。" }),
        flow: textColumn({ en: "The flow.", zh: "流。" }),
        perUnit: numberColumn({ en: "Amount per unit of the product.", zh: "每单位产品的数量。" }),
        share: numberColumn({ en: "The product's share in the burdens.", zh: "该产品在负荷中的份额。" }),
      },
      ({ products, shares }: Allocated) =>
        Object.entries(products).flatMap(([product, flows]) =>
          Object.entries(flows).map(([flow, perUnit]) => ({ product, flow, perUnit, share: shares[product] })),
        ),
    ),
  },
  formula:
    "share_p = amount_p · property_p / Σ amount · property; per unit = burden · share_p / amount_p. Substitution: (burden − Σ amount_co · avoided_co) / amount_reference.",
  assumptions: [
    "Shares divide all burdens alike: what belongs to one product alone should be subdivided before.",
    "Substitution assumes that each unit of a co-product makes one unit less of what it replaces.",
  ],
  references: ["ISO 14044:2006, allocation.", "Heijungs, Suh (2002), ch. 3, doi:10.1007/978-94-015-9900-9."],
  async run({ products, burdens, rule, avoided = {}, reference }) {
    check(products, reference);
    if (rule !== "substitution") {
      const shares = sharesOf(
        texts.process(),
        products.map(({ name, unit, amount, ...properties }) => ({ name, unit, amount, properties })),
        rule,
        -1,
      );
      return {
        products: Object.fromEntries(
          products.map(({ name, amount }, at) => [
            name,
            mapped(burdens, (burden) => (burden * shares[at]!) / Math.abs(amount)),
          ]),
        ),
        shares: Object.fromEntries(products.map(({ name }, at) => [name, shares[at]!])),
        notes: rule === "mass" || rule === "energy" ? products.flatMap((product) => implausible(product, rule)) : [],
      };
    }
    const names = products.map(({ name }) => name);
    if (reference === undefined) throw new LifecycleError("reference", texts.noReference({ names }));
    const stranger = Object.keys(avoided).find((name) => !names.includes(name));
    if (stranger !== undefined) throw new LifecycleError("avoided", texts.unknownAvoided({ name: stranger, names }));
    if (Object.hasOwn(avoided, reference))
      throw new LifecycleError("avoided", texts.avoidedReference({ name: reference }));
    const net = new Map(Object.entries(burdens));
    const coproducts = products.filter(({ name }) => name !== reference);
    for (const { name, amount } of coproducts)
      for (const [flow, perUnit] of Object.entries(avoided[name] ?? {}))
        net.set(flow, (net.get(flow) ?? 0) - Math.abs(amount) * perUnit);
    const { amount } = products.find(({ name }) => name === reference)!;
    const without = coproducts.map(({ name }) => name).filter((name) => !Object.hasOwn(avoided, name));
    const notes: Message[] = without.length > 0 ? [texts.nothingAvoided({ names: without })] : [];
    return {
      products: { [reference]: mapped(Object.fromEntries(net), (burden) => burden / Math.abs(amount)) },
      shares: {},
      notes,
    };
  },
});

function check(products: readonly Product[], reference: string | undefined): void {
  const names = products.map(({ name }) => name);
  if (names.length === 0) throw new LifecycleError("products", texts.noProducts());
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new LifecycleError("products", texts.twice({ name: again }));
  const zero = products.find(({ amount }) => amount === 0);
  if (zero) throw new LifecycleError("products", texts.zero({ name: zero.name }));
  if (reference !== undefined && !names.includes(reference))
    throw new LifecycleError("reference", texts.unknownReference({ reference, names }));
}

/** The net calorific value of hydrogen, MJ/kg: NASA Glenn coefficients, NASA/TP-2002-211556, formation of gaseous water. */
export const MOST_ENERGY = 119.95;
/** Published properties are rounded; one that is of the whole amount differs by more. */
const ROUNDED = 0.01;

/** What a stated mass or energy cannot be per unit, as when it is of the whole amount. */
function implausible(product: StatedProduct, property: "mass" | "energy"): Message[] {
  const { name, unit } = product;
  const stated = product[property];
  if (stated === undefined) return [];
  const implied = factorBetween(unit, property === "mass" ? "kg" : "MJ");
  if (implied !== null && Math.abs(stated / implied - 1) > ROUNDED) {
    const of = `${implied} ${property === "mass" ? "kg" : "MJ"}`;
    return [texts.againstUnit({ property, name, unit, stated, implied: of })];
  }
  const kilograms = factorBetween(unit, "kg") ?? product.mass;
  if (property !== "energy" || !kilograms || stated / kilograms <= MOST_ENERGY * (1 + ROUNDED)) return [];
  return [texts.aboveAnyFuel({ name, unit, energy: stated, perKilogram: stated / kilograms, most: MOST_ENERGY })];
}

function mapped(flows: Readonly<Record<string, number>>, value: (amount: number) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(flows).map(([flow, amount]) => [flow, value(amount)]));
}
