import { messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import type { SourceFiles } from "../mrio/source-files.ts";
import { compartmentOf } from "./compartment-path.ts";
import { categoryOf } from "./olca-category.ts";
import { OlcaPackage } from "./olca-package.ts";
import { OlcaQuantities } from "./olca-quantities.ts";
import { olcaImpactCategory, olcaImpactMethod, olcaLocation } from "./olca-schema.ts";

const said = messages("lifecycle.olca-impact", {
  reading: { en: "Reading impact categories", zh: "正在读取影响类别" },
});

/** A characterisation factor of a package. */
export interface OlcaFactor {
  /** Id of the flow, the same as in an inventory of the package. */
  readonly flow: string;
  readonly name: string;
  readonly compartment: string;
  readonly cas: string | null;
  /** The unit of the flow's amount. */
  readonly unit: string;
  /** In the category's unit per unit of the flow. */
  readonly value: number;
  /** Code of the place where it holds; null if it holds everywhere. */
  readonly location: string | null;
}

export interface OlcaImpactCategory {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly factors: readonly OlcaFactor[];
}

export interface OlcaImpactMethod {
  readonly id: string;
  readonly name: string;
  readonly categories: readonly OlcaImpactCategory[];
}

/**
 * The impact methods of an openLCA package, their factors per unit of each flow; categories that no method names form one of
 * their own, without a name. Normalisation and weighting are not read. Throws ImportError.
 */
export async function readOlcaImpacts(source: SourceFiles, work: Work): Promise<OlcaImpactMethod[]> {
  const objects = new OlcaPackage(source);
  const quantities = new OlcaQuantities(objects);
  const categories = new Map<string, OlcaImpactCategory>();
  const ids = objects.ids("lcia_categories");
  for (const [at, id] of ids.entries()) {
    await work.pause();
    work.progress(at / ids.length, said.reading());
    categories.set(id, await readCategory(objects, quantities, id));
  }
  const methods: OlcaImpactMethod[] = [];
  const named = new Set<string>();
  for (const id of objects.ids("lcia_methods")) {
    const method = await objects.read("lcia_methods", id, olcaImpactMethod);
    const path = objects.path("lcia_methods", id);
    const own: OlcaImpactCategory[] = [];
    for (const { "@id": category } of method.impactCategories ?? []) {
      // Asked for by the package, so that a category without a file is a sentence.
      if (!categories.has(category)) await objects.shared("lcia_categories", category, olcaImpactCategory, path);
      own.push(categories.get(category)!);
      named.add(category);
    }
    methods.push({ id, name: method.name, categories: own });
  }
  const others = [...categories.values()].filter(({ id }) => !named.has(id));
  return others.length === 0 ? methods : [...methods, { id: "", name: "", categories: others }];
}

async function readCategory(objects: OlcaPackage, quantities: OlcaQuantities, id: string): Promise<OlcaImpactCategory> {
  const category = await objects.read("lcia_categories", id, olcaImpactCategory);
  const path = objects.path("lcia_categories", id);
  const factors: OlcaFactor[] = [];
  for (const { flow: ref, flowProperty, unit, value, location } of category.impactFactors ?? []) {
    const { flow, unit: own } = await quantities.flow(ref["@id"], path);
    const perUnit = await quantities.factor(flow, flowProperty?.["@id"], unit, path);
    const place =
      location && objects.has("locations", location["@id"])
        ? await objects.shared("locations", location["@id"], olcaLocation, path)
        : undefined;
    factors.push({
      flow: ref["@id"],
      name: flow.name,
      compartment: compartmentOf(await categoryOf(objects, flow.category, path)),
      cas: flow.cas || null,
      unit: own,
      value: value / perUnit,
      location: location ? place?.code || place?.name || location.name || location["@id"] : null,
    });
  }
  return { id, name: category.name, unit: category.refUnit ?? category.referenceUnitName ?? "", factors };
}
