import { messages } from "../../message/message.ts";
import { ImportError } from "../mrio/import-error.ts";
import type { OlcaPackage } from "./olca-package.ts";
import { type OlcaFlow, olcaFlow, olcaFlowProperty, olcaUnitGroup } from "./olca-schema.ts";
import { unitRatio } from "./unit-ratio.ts";

const texts = messages("lifecycle.olca-quantities", {
  unit: {
    en: 'the unit "{unit}" of "{flow}" is not in the unit group "{group}" of its flow property "{property}". Choose one of {units}.',
    zh: "“{flow}”的单位“{unit}”不属于其流属性“{property}”的单位组“{group}”。请从 {units} 中选择。",
  },
  property: {
    en: '"{flow}" has no flow property {property}. Add it to the flow with its conversion factor.',
    zh: "“{flow}”没有流属性 {property}。请在该流中添加此属性及其换算系数。",
  },
});

/** A flow with the unit in which its amounts are kept, that of its reference flow property. */
export interface ReadFlow {
  readonly flow: OlcaFlow;
  readonly unit: string;
  /** kg and MJ (net calorific value) per unit, as far as its other flow properties tell them. */
  readonly mass?: number;
  readonly energy?: number;
}

interface UnitOf {
  readonly name: string;
  readonly factor: number;
}

interface Property {
  readonly name: string;
  readonly group: string;
  readonly reference: UnitOf;
  readonly units: ReadonlyMap<string, UnitOf>;
}

/** Flows, and the conversion of their amounts by flow property and unit. */
export class OlcaQuantities {
  private readonly source: OlcaPackage;
  private readonly flows = new Map<string, Promise<ReadFlow>>();
  private readonly properties = new Map<string, Promise<Property>>();

  constructor(source: OlcaPackage) {
    this.source = source;
  }

  /** A flow that a file names. Throws ImportError. */
  flow(id: string, from: string): Promise<ReadFlow> {
    const known = this.flows.get(id);
    if (known) return known;
    const reading = this.readFlow(id, from);
    this.flows.set(id, reading);
    return reading;
  }

  /**
   * How many of the flow's own units one unit of an exchange or factor is: its unit's factor over that of the flow property.
   * Throws ImportError.
   */
  async factor(
    flow: OlcaFlow,
    property: string | undefined,
    unit: { readonly "@id": string; readonly name?: string | null | undefined } | null | undefined,
    from: string,
  ): Promise<number> {
    const factors = flow.flowProperties;
    const given =
      property === undefined ? reference(flow) : factors.find(({ flowProperty: p }) => p["@id"] === property);
    if (!given) throw new ImportError(from, undefined, texts.property({ flow: flow.name, property }));
    const { name: quantity, group, reference: own, units } = await this.property(given.flowProperty["@id"], from);
    // Some programs give units ids of their own, but the names of the group.
    const found = unit ? (units.get(unit["@id"]) ?? [...units.values()].find(({ name }) => name === unit.name)) : own;
    if (!found)
      throw new ImportError(
        from,
        undefined,
        texts.unit({
          unit: unit!.name ?? unit!["@id"],
          flow: flow.name,
          group,
          property: quantity,
          units: [...units.values()].slice(0, 20).map((known) => known.name),
        }),
      );
    return found.factor / (given.conversionFactor ?? 1);
  }

  private async readFlow(id: string, from: string): Promise<ReadFlow> {
    const flow = await this.source.shared("flows", id, olcaFlow, from);
    const path = this.source.path("flows", id);
    const { reference: unit } = await this.property(reference(flow).flowProperty["@id"], path);
    let mass: number | undefined;
    let energy: number | undefined;
    if (flow.flowType !== "ELEMENTARY_FLOW")
      for (const { flowProperty, conversionFactor } of flow.flowProperties) {
        const property = await this.property(flowProperty["@id"], path);
        const own = property.reference.name;
        const [perKilogram, perMegajoule] = [unitRatio(own, "kg"), unitRatio(own, "MJ")];
        if (/^mass$/i.test(property.name) && perKilogram !== undefined) mass ??= (conversionFactor ?? 1) * perKilogram;
        if (/^(?:energy|.*net calorific.*|.*lower heating.*)$/i.test(property.name) && perMegajoule !== undefined)
          energy ??= (conversionFactor ?? 1) * perMegajoule;
      }
    return { flow, unit: unit.name, ...(mass !== undefined && { mass }), ...(energy !== undefined && { energy }) };
  }

  private property(id: string, from: string): Promise<Property> {
    const known = this.properties.get(id);
    if (known) return known;
    const reading = this.readProperty(id, from);
    this.properties.set(id, reading);
    return reading;
  }

  private async readProperty(id: string, from: string): Promise<Property> {
    const { name, unitGroup } = await this.source.shared("flow_properties", id, olcaFlowProperty, from);
    const path = this.source.path("flow_properties", id);
    const group = await this.source.shared("unit_groups", unitGroup["@id"], olcaUnitGroup, path);
    const units = new Map(
      group.units.map((unit) => [unit["@id"], { name: unit.name, factor: unit.conversionFactor ?? 1 }] as const),
    );
    const own = group.units.find((unit) => unit.isRefUnit ?? unit.referenceUnit) ?? group.units[0]!;
    return { name, group: group.name, reference: units.get(own["@id"])!, units };
  }
}

function reference(flow: OlcaFlow) {
  const marked = flow.flowProperties.find((factor) => factor.isRefFlowProperty ?? factor.referenceFlowProperty);
  return marked ?? flow.flowProperties[0]!;
}
