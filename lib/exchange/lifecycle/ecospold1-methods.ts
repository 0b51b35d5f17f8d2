import { messages } from "../../message/message.ts";
import type { SourceFiles } from "../mrio/source-files.ts";
import type { FlowDeclarations } from "./flow-declarations.ts";
import type { ReadFactor, ReadMethod } from "./impact-methods.ts";
import { openingOf } from "./inventory-format.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { MethodsByName } from "./methods-by-name.ts";
import { XmlFields } from "./xml-fields.ts";
import { readXmlRecords, type XmlElement, type XmlForm } from "./xml-records.ts";

const said = messages("exchange.ecospold1Methods", {
  noReference: {
    en: "a referenceFunction was expected before the factors of an impact category.",
    zh: "影响类别的因子之前应有 referenceFunction。",
  },
});

const form: XmlForm = {
  roots: ["ecoSpold"],
  namespace: "EcoSpold01Impact",
  records: new Set(["referenceFunction", "exchange"]),
};

/** How elementary flows are identified in EcoSpold 1, which has no ids. */
export interface ElementaryIds {
  idOf(parts: readonly string[], unit: string): string;
}

/** Whether a file holds impact assessment methods. */
export async function isImpactFile(source: SourceFiles, path: string): Promise<boolean> {
  return /<(?:[\w-]+:)?ecoSpold\b[^>]*EcoSpold01Impact/.test(await openingOf(source, path));
}

/**
 * The impact methods of EcoSpold 1: a data set is an impact category, whose method is named by its category, with one exchange a
 * factor. Fields after the public schema EcoSpold01Impact. A flow has the unit in which the inventory has it. Throws ImportError.
 */
export class EcoSpold1Methods {
  readonly #source: SourceFiles;
  readonly #ids: ElementaryIds;
  readonly #flows: FlowDeclarations;
  readonly #texts: KeptTexts;
  readonly #methods = new MethodsByName();

  constructor(source: SourceFiles, ids: ElementaryIds, flows: FlowDeclarations, texts: KeptTexts) {
    this.#source = source;
    this.#ids = ids;
    this.#flows = flows;
    this.#texts = texts;
  }

  get methods(): readonly ReadMethod[] {
    return this.#methods.methods;
  }

  async read(path: string): Promise<void> {
    const fields = new XmlFields(path);
    let factors: ReadFactor[] | undefined;
    await readXmlRecords(this.#source, path, form, (record) => {
      if (record.name === "referenceFunction") {
        factors = [];
        const method = record.attributes.category?.trim() ?? "";
        const parts = [record.attributes.subCategory?.trim(), fields.attribute(record, "name")];
        const name = parts.filter((part) => part).join(", ");
        this.#methods.add(method, { name, unit: record.attributes.unit?.trim() ?? "", factors });
      } else if (factors) factors.push(this.#factor(record, fields));
      else fields.refuse(record, said.noReference());
    });
    if (!factors) fields.refuse(undefined, said.noReference());
  }

  #factor(record: XmlElement, fields: XmlFields): ReadFactor {
    const name = this.#texts.keep(fields.attribute(record, "name"));
    const unit = this.#texts.keep(fields.attribute(record, "unit"));
    const parts = [record.attributes.category, record.attributes.subCategory].map((part) => part?.trim());
    const compartment = this.#texts.keep(parts.filter((part) => part).join("/"));
    const flow = this.#texts.keep(this.#ids.idOf([name, compartment], unit));
    const cas = record.attributes.CASNumber?.trim();
    const location = record.attributes.location?.trim();
    const value = fields.number(record, "meanValue");
    const own = this.#flows.unitOf(flow);
    const ratio = own === undefined ? 1 : this.#flows.ratio({ id: flow, name, unit }, fields, record);
    return {
      flow,
      name,
      compartment,
      cas: cas ? this.#texts.keep(cas) : null,
      unit: own ?? unit,
      value: value / ratio,
      location: location ? this.#texts.keep(location) : null,
    };
  }
}
