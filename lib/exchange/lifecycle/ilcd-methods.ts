import { messages } from "../../message/message.ts";
import type { SourceFiles } from "../mrio/source-files.ts";
import { elementarySign } from "./elementary-direction.ts";
import type { IlcdFlows } from "./ilcd-flows.ts";
import type { ReadFactor, ReadMethod } from "./impact-methods.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { MethodsByName } from "./methods-by-name.ts";
import { childOf, textOf, XmlFields } from "./xml-fields.ts";
import { readXmlRecords, type XmlElement, type XmlForm } from "./xml-records.ts";

const said = messages("exchange.ilcdMethods", {
  noInformation: {
    en: "a dataSetInformation was expected, but there is none.",
    zh: "缺少 dataSetInformation。",
  },
  noFlow: {
    en: "a factor refers to the flow {id}, which was expected among the files, but is not there.",
    zh: "因子所指的流 {id} 不在文件中。",
  },
  direction: {
    en: 'a factor of {flow} was expected to have the exchangeDirection Input or Output, but has "{found}".',
    zh: "流“{flow}”的因子的 exchangeDirection 应为 Input 或 Output，实际为“{found}”。",
  },
});

const form: XmlForm = {
  roots: ["LCIAMethodDataSet"],
  namespace: "ILCD/LCIAMethod",
  records: new Set(["dataSetInformation", "quantitativeReference", "factor"]),
};

/**
 * The impact methods of an ILCD package: a data set is one indicator, and its methodology names the method that it is of. A factor may
 * hold for a place. Throws ImportError.
 */
export class IlcdMethods {
  readonly #source: SourceFiles;
  readonly #flows: IlcdFlows;
  readonly #texts: KeptTexts;
  readonly #methods = new MethodsByName();

  constructor(source: SourceFiles, flows: IlcdFlows, texts: KeptTexts) {
    this.#source = source;
    this.#flows = flows;
    this.#texts = texts;
  }

  get methods(): readonly ReadMethod[] {
    return this.#methods.methods;
  }

  async read(path: string): Promise<void> {
    const fields = new XmlFields(path);
    let information: XmlElement | undefined;
    let reference: XmlElement | undefined;
    const factors: ReadFactor[] = [];
    await readXmlRecords(this.#source, path, form, (record) => {
      if (record.name === "dataSetInformation") information = record;
      else if (record.name === "quantitativeReference") reference = childOf(record, "referenceQuantity");
      else factors.push(this.#factor(record, fields));
    });
    if (!information) return fields.refuse(undefined, said.noInformation());
    const id = reference?.attributes.refObjectId?.trim();
    const unit =
      (id === undefined ? undefined : this.#flows.unitOfProperty(id)) ?? textOf(reference, "shortDescription");
    const method = textOf(information, "methodology") ?? "";
    const name = this.#texts.keep(fields.text(information, "name"));
    this.#methods.add(method, { name, unit: unit ?? "", factors });
  }

  #factor(record: XmlElement, fields: XmlFields): ReadFactor {
    const id = this.#texts.keep(fields.attribute(childOf(record, "referenceToFlowDataSet") ?? record, "refObjectId"));
    const flow = this.#flows.flow(id, fields, record);
    if (!flow) return fields.refuse(record, said.noFlow({ id }));
    const { name, compartment, cas, unit } = flow;
    const direction = textOf(record, "exchangeDirection") ?? "";
    if (direction !== "Input" && direction !== "Output")
      fields.refuse(record, said.direction({ flow: name, found: direction }));
    const location = textOf(record, "location");
    return {
      flow: id,
      name,
      compartment,
      cas,
      unit,
      // As amounts of the inventory: what is taken from a resource, and what is given to another compartment, is positive.
      value: fields.numberIn(record, "meanValue") * elementarySign(compartment, direction === "Input"),
      location: location === undefined ? null : this.#texts.keep(location),
    };
  }
}
