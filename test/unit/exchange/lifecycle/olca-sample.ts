/*
 * A made-up package of openLCA: a bakery, a power plant that also gives heat, and a waste treatment. The same in schema 2 and in
 * schema 1, whose fields have other names and whose categories are objects.
 */

type Json = Record<string, unknown>;
export type Files = Record<string, Json>;

const ref = (id: string, name: string) => ({ "@id": id, name });
const unit = (id: string, factor: number, isRefUnit = false) => ({
  "@id": `u-${id}`,
  name: id,
  conversionFactor: factor,
  isRefUnit,
});

const flow = (id: string, name: string, flowType: string, property: string, more: Json = {}): Json => ({
  "@type": "Flow",
  "@id": id,
  name,
  flowType,
  flowProperties: [{ flowProperty: ref(property, property), conversionFactor: 1, isRefFlowProperty: true }],
  ...more,
});

const exchange = (internalId: number, id: string, amount: number, isInput: boolean, more: Json = {}): Json => ({
  internalId,
  flow: ref(id, id),
  amount,
  isInput,
  isAvoidedProduct: false,
  ...more,
});

/** The package in schema 2. */
export function schema2(): Files {
  return {
    "openlca.json": { schemaVersion: 2 },
    "unit_groups/g-mass.json": {
      "@id": "g-mass",
      name: "Units of mass",
      units: [unit("kg", 1, true), unit("g", 0.001), unit("t", 1000)],
    },
    "unit_groups/g-energy.json": {
      "@id": "g-energy",
      name: "Units of energy",
      units: [unit("MJ", 1, true), unit("kWh", 3.6)],
    },
    "unit_groups/g-items.json": {
      "@id": "g-items",
      name: "Units of items",
      units: [unit("Item(s)", 1, true), unit("Dozen(s)", 12)],
    },
    "flow_properties/Mass.json": { "@id": "Mass", name: "Mass", unitGroup: ref("g-mass", "Units of mass") },
    "flow_properties/Energy.json": { "@id": "Energy", name: "Energy", unitGroup: ref("g-energy", "Units of energy") },
    "flow_properties/Items.json": {
      "@id": "Items",
      name: "Number of items",
      unitGroup: ref("g-items", "Units of items"),
    },
    // One loaf has 0.8 kg.
    "flows/f-bread.json": flow("f-bread", "Bread", "PRODUCT_FLOW", "Items", {
      flowProperties: [
        { flowProperty: ref("Items", "Number of items"), conversionFactor: 1, isRefFlowProperty: true },
        { flowProperty: ref("Mass", "Mass"), conversionFactor: 0.8, isRefFlowProperty: false },
      ],
    }),
    "flows/f-power.json": flow("f-power", "Electricity", "PRODUCT_FLOW", "Energy"),
    "flows/f-heat.json": flow("f-heat", "Heat", "PRODUCT_FLOW", "Energy"),
    "flows/f-feed.json": flow("f-feed", "Animal feed", "PRODUCT_FLOW", "Mass"),
    "flows/f-flour.json": flow("f-flour", "Flour", "PRODUCT_FLOW", "Mass"),
    "flows/f-scrap.json": flow("f-scrap", "Scrap bread", "WASTE_FLOW", "Mass"),
    "flows/f-co2.json": flow("f-co2", "Carbon dioxide", "ELEMENTARY_FLOW", "Mass", {
      cas: "124-38-9",
      category: "Elementary flows/Emission to air/unspecified",
    }),
    "flows/f-coal.json": flow("f-coal", "Coal", "ELEMENTARY_FLOW", "Mass", {
      category: "Elementary flows/Resource/in ground",
    }),
    "locations/l-cn.json": { "@id": "l-cn", name: "China", code: "CN" },
    "parameters/p-share.json": {
      "@id": "p-share",
      name: "Share",
      isInputParameter: true,
      value: 0.25,
      parameterScope: "GLOBAL_SCOPE",
    },
    "processes/bakery.json": {
      "@type": "Process",
      "@id": "bakery",
      name: "Baking",
      category: "food/bread",
      description: "A made-up bakery.",
      location: ref("l-cn", "China"),
      processDocumentation: { validFrom: "2019-03-01", validUntil: "2021-12-31", restrictionsDescription: "CC0" },
      parameters: [
        { name: "loaves", isInputParameter: true, value: 4 },
        { name: "flour", isInputParameter: false, formula: "2 * SHARE * loaves", value: 2 },
      ],
      exchanges: [
        exchange(1, "f-bread", 0.5, false, {
          isQuantitativeReference: true,
          unit: ref("u-Dozen(s)", "Dozen(s)"),
          flowProperty: ref("Items", "Number of items"),
        }),
        exchange(2, "f-flour", 2, true, {
          unit: ref("u-kg", "kg"),
          flowProperty: ref("Mass", "Mass"),
          amountFormula: "if(flour > 1; flour; 0)",
          dqEntry: "(1;2;1;1;3)",
          description: "weighed",
        }),
        exchange(3, "f-power", 2, true, {
          unit: ref("u-kWh", "kWh"),
          flowProperty: ref("Energy", "Energy"),
          defaultProvider: ref("plant", "Plant"),
          uncertainty: { distributionType: "LOG_NORMAL_DISTRIBUTION", geomMean: 2, geomSd: 1.2 },
        }),
        exchange(4, "f-scrap", 100, false, { unit: ref("u-g", "g"), flowProperty: ref("Mass", "Mass") }),
        exchange(5, "f-feed", 0.3, true, { isAvoidedProduct: true, unit: ref("u-kg", "kg") }),
        exchange(6, "f-co2", 0.4, false, { unit: ref("u-kg", "kg") }),
        exchange(7, "f-bread", 0.08, true, { unit: ref("u-kg", "kg"), flowProperty: ref("Mass", "Mass") }),
      ],
    },
    "processes/plant.json": {
      "@id": "plant",
      name: "Plant",
      defaultAllocationMethod: "CAUSAL_ALLOCATION",
      allocationFactors: [
        { allocationType: "PHYSICAL_ALLOCATION", product: ref("f-power", ""), value: 0.5 },
        { allocationType: "PHYSICAL_ALLOCATION", product: ref("f-heat", ""), value: 0.5 },
        { allocationType: "CAUSAL_ALLOCATION", product: ref("f-power", ""), value: 0.7, exchange: { internalId: 3 } },
        { allocationType: "CAUSAL_ALLOCATION", product: ref("f-heat", ""), value: 0.3, exchange: { internalId: 3 } },
        { allocationType: "CAUSAL_ALLOCATION", product: ref("f-power", ""), value: 1, exchange: { internalId: 4 } },
        { allocationType: "CAUSAL_ALLOCATION", product: ref("f-heat", ""), value: 0, exchange: { internalId: 4 } },
      ],
      exchanges: [
        exchange(1, "f-power", 1, false, { isQuantitativeReference: true }),
        exchange(2, "f-heat", 2, false),
        exchange(3, "f-coal", 0.4, true, {
          uncertainty: { distributionType: "TRIANGLE_DISTRIBUTION", minimum: 0.3, mode: 0.4, maximum: 0.6 },
        }),
        exchange(4, "f-co2", -0.1, true, {
          uncertainty: { distributionType: "NORMAL_DISTRIBUTION", mean: -0.1, sd: 0.01 },
        }),
      ],
    },
    "processes/disposal.json": {
      "@id": "disposal",
      name: "Disposal",
      exchanges: [
        exchange(1, "f-scrap", 1, true, { isQuantitativeReference: true }),
        exchange(2, "f-co2", 0.9, false, {
          uncertainty: { distributionType: "UNIFORM_DISTRIBUTION", minimum: 2, maximum: 1 },
        }),
        exchange(3, "f-power", 0.1, true, {
          defaultProvider: ref("elsewhere", "Elsewhere"),
          amountFormula: "xor(1;2)",
        }),
      ],
    },
    "lcia_methods/m-1.json": { "@id": "m-1", name: "Method", impactCategories: [ref("c-1", "Climate")] },
    "lcia_categories/c-1.json": {
      "@id": "c-1",
      name: "Climate",
      refUnit: "kg CO2 eq",
      impactFactors: [
        { flow: ref("f-co2", ""), unit: ref("u-g", "g"), flowProperty: ref("Mass", "Mass"), value: 0.001 },
        { flow: ref("f-co2", ""), value: 1.5, location: ref("l-cn", "China") },
      ],
    },
  };
}

const renamed: Record<string, string> = {
  isInput: "input",
  isAvoidedProduct: "avoidedProduct",
  isQuantitativeReference: "quantitativeReference",
  isRefUnit: "referenceUnit",
  isRefFlowProperty: "referenceFlowProperty",
  isInputParameter: "inputParameter",
  refUnit: "referenceUnitName",
};

/** The same in schema 1. */
export function schema1(): Files {
  const older = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(older);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key !== "category" || typeof inner !== "string") return [renamed[key] ?? key, older(inner)];
        const parts = inner.split("/");
        return [key, { "@type": "Category", "@id": inner, name: parts.at(-1), categoryPath: parts.slice(0, -1) }];
      }),
    );
  };
  const { "openlca.json": _, ...files } = schema2();
  return { "context.json": { "@context": {} }, ...(older(files) as Files) };
}

export function texts(files: Files): [string, string][] {
  return Object.entries(files).map(([path, object]) => [path, JSON.stringify(object, null, 2)]);
}
