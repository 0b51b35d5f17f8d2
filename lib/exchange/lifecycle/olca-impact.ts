import { messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { compartmentOf } from "./compartment-path.ts";
import type { ReadCategory, ReadFactor, ReadMethod } from "./impact-methods.ts";
import { categoryOf } from "./olca-category.ts";
import type { OlcaPackage } from "./olca-package.ts";
import type { OlcaQuantities } from "./olca-quantities.ts";
import { olcaImpactCategory, olcaImpactMethod, olcaLocation } from "./olca-schema.ts";

const texts = messages("lifecycle.olca-impact", {
  reading: { en: "Reading impact categories", zh: "正在读取影响类别" },
});

/**
 * The impact methods of an openLCA package, their factors per unit of each flow; categories that no method names form one of
 * their own, without a name. Normalisation and weighting are not read. Throws ImportError.
 */
export async function readOlcaImpacts(
  objects: OlcaPackage,
  quantities: OlcaQuantities,
  work: Work,
): Promise<ReadMethod[]> {
  const categories = new Map<string, ReadCategory>();
  const ids = objects.ids("lcia_categories");
  for (const [at, id] of ids.entries()) {
    await work.pause();
    work.progress(at / ids.length, texts.reading());
    categories.set(id, await readCategory(objects, quantities, id));
  }
  const methods: ReadMethod[] = [];
  const named = new Set<string>();
  for (const id of objects.ids("lcia_methods")) {
    const method = await objects.read("lcia_methods", id, olcaImpactMethod);
    const path = objects.path("lcia_methods", id);
    const own: ReadCategory[] = [];
    for (const { "@id": category } of method.impactCategories ?? []) {
      // Asked for by the package, so that a category without a file is a sentence.
      if (!categories.has(category)) await objects.shared("lcia_categories", category, olcaImpactCategory, path);
      own.push(categories.get(category)!);
      named.add(category);
    }
    methods.push({ name: method.name, categories: own });
  }
  const others = [...categories].flatMap(([id, category]) => (named.has(id) ? [] : [category]));
  return others.length === 0 ? methods : [...methods, { name: "", categories: others }];
}

async function readCategory(objects: OlcaPackage, quantities: OlcaQuantities, id: string): Promise<ReadCategory> {
  const category = await objects.read("lcia_categories", id, olcaImpactCategory);
  const path = objects.path("lcia_categories", id);
  const factors: ReadFactor[] = [];
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
  return { name: category.name, unit: category.refUnit ?? category.referenceUnitName ?? "", factors };
}
