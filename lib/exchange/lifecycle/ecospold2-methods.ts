import { messages } from "../../message/message.ts";
import type { SourceFiles } from "../mrio/source-files.ts";
import type { FlowDeclarations } from "./flow-declarations.ts";
import type { ReadFactor, ReadMethod } from "./impact-methods.ts";
import { openingOf } from "./inventory-format.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { childOf, textOf, XmlFields } from "./xml-fields.ts";
import { readXmlRecords, type XmlElement, type XmlForm } from "./xml-records.ts";

const said = messages("exchange.ecospold2Methods", {
  noMethod: {
    en: "an impactMethod with a name was expected.",
    zh: "应有带名称的 impactMethod。",
  },
  outside: {
    en: "{element} was expected in an indicator of an impact category.",
    zh: "{element} 应在影响类别的指标之内。",
  },
  noName: {
    en: "factor of the flow {id} was expected to have a name, but has none.",
    zh: "流 {id} 的因子缺少 name。",
  },
});

const form: XmlForm = {
  roots: ["ecoSpold"],
  namespace: "EcoSpold02",
  records: new Set(["name", "unitName", "factor"]),
  marks: new Set(["impactMethod", "category", "indicator"]),
};

/** Whether a file holds an impact assessment method. */
export async function isImpactMethodFile(source: SourceFiles, path: string): Promise<boolean> {
  const opening = await openingOf(source, path);
  return /<(?:[\w-]+:)?ecoSpold\b[^>]*EcoSpold02/.test(opening) && /<(?:[\w-]+:)?impactMethod\b/.test(opening);
}

/**
 * The impact methods of EcoSpold 2: categories with indicators, whose factors name elementary exchanges by the ids of data sets. The
 * format has no place of a factor. A flow has the unit in which the inventory has it. Throws ImportError.
 */
export class EcoSpold2Methods {
  readonly #source: SourceFiles;
  readonly #flows: FlowDeclarations;
  readonly #texts: KeptTexts;
  readonly #methods: ReadMethod[] = [];

  constructor(source: SourceFiles, flows: FlowDeclarations, texts: KeptTexts) {
    this.#source = source;
    this.#flows = flows;
    this.#texts = texts;
  }

  get methods(): readonly ReadMethod[] {
    return this.#methods;
  }

  async read(path: string): Promise<void> {
    const fields = new XmlFields(path);
    let within = "";
    let method = "";
    let category = "";
    const indicators: { category: string; name: string; unit: string; factors: ReadFactor[] }[] = [];
    await readXmlRecords(this.#source, path, form, (record) => {
      if (form.marks!.has(record.name)) {
        within = record.name;
        if (within === "indicator") indicators.push({ category, name: "", unit: "", factors: [] });
        return;
      }
      const text = record.text.trim();
      const indicator = within === "indicator" ? indicators.at(-1) : undefined;
      if (record.name === "factor") {
        if (!indicator) return fields.refuse(record, said.outside({ element: record.name }));
        indicator.factors.push(this.#factor(record, fields));
      } else if (record.name === "name") {
        if (indicator) indicator.name ||= text;
        else if (within === "category") category = text;
        else method ||= text;
      } else if (indicator) indicator.unit ||= text;
    });
    if (method === "") fields.refuse(undefined, said.noMethod());
    const categories = indicators.map(({ category: of, name, unit, factors }) => ({
      name: [of, name].filter((part) => part !== "").join(", "),
      unit,
      factors,
    }));
    this.#methods.push({ name: method, categories });
  }

  #factor(record: XmlElement, fields: XmlFields): ReadFactor {
    const flow = this.#texts.keep(fields.attribute(record, "elementaryExchangeId"));
    const stated = textOf(record, "name") ?? textOf(record, "exchangeName");
    const name = this.#texts.keep(stated ?? fields.refuse(record, said.noName({ id: flow })));
    const unit = this.#texts.keep(fields.text(record, "unitName"));
    const parts = childOf(record, "compartment");
    const path = [textOf(parts, "compartment"), textOf(parts, "subcompartment")].filter((part) => part).join("/");
    const cas = record.attributes.casNumber?.trim();
    const value = fields.number(record, "amount");
    const own = this.#flows.unitOf(flow);
    const ratio = own === undefined ? 1 : this.#flows.ratio({ id: flow, name, unit }, fields, record);
    return {
      flow,
      name,
      compartment: this.#texts.keep(path),
      cas: cas ? this.#texts.keep(cas) : null,
      unit: own ?? unit,
      value: value / ratio,
      location: null,
    };
  }
}
