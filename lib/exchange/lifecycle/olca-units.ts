import { converts, unitFactor } from "../../quantity/quantity.ts";
import { asUuid } from "./name-uuid.ts";

/** The quantities that units of written packages are grouped by: the reference unit of each and what the quantity is called. */
const quantities: readonly (readonly [unit: string, property: string])[] = [
  ["kg", "Mass"],
  ["MJ", "Energy"],
  ["m", "Length"],
  ["m2", "Area"],
  ["m3", "Volume"],
  ["t*km", "Goods transport (mass*distance)"],
  ["person*km", "Person transport"],
  ["item", "Number of items"],
];

interface Group {
  readonly property: string;
  readonly reference: string;
  readonly units: Map<string, number>;
}

interface WrittenUnit {
  readonly unit: ReturnType<typeof ref>;
  readonly property: ReturnType<typeof ref>;
  /** How many of the quantity's reference units one unit is. */
  readonly factor: number;
}

/** The unit groups and flow properties of a package that is written, made of the units that its flows have. */
export class OlcaUnits {
  private readonly groups = new Map<string, Group>();
  private readonly written = new Map<string, WrittenUnit>();

  /** References to the unit, its flow property and its unit group; units of one quantity share them. */
  of(unit: string): WrittenUnit {
    const before = this.written.get(unit);
    if (before) return before;
    const known = quantities.find(([reference]) => unit === reference || converts(unit, reference));
    const [reference, property] = known ?? [unit, `Amount in ${unit}`];
    const group = this.groups.get(property) ?? { property, reference, units: new Map([[reference, 1]]) };
    this.groups.set(property, group);
    if (!group.units.has(unit)) group.units.set(unit, unitFactor(unit, reference));
    const written: WrittenUnit = {
      unit: ref("Unit", asUuid("unit", unit), unit),
      property: propertyRef(property),
      factor: group.units.get(unit)!,
    };
    this.written.set(unit, written);
    return written;
  }

  /** The files, by path. */
  files(): [path: string, object: Record<string, unknown>][] {
    return [...this.groups.values()].flatMap(({ property, reference, units }) => {
      const group = ref("UnitGroup", asUuid("unit group", property), `Units of ${property}`);
      const flowProperty = propertyRef(property);
      return [
        [
          `unit_groups/${group["@id"]}.json`,
          {
            ...group,
            defaultFlowProperty: flowProperty,
            units: [...units].map(([name, conversionFactor]) => ({
              ...ref("Unit", asUuid("unit", name), name),
              conversionFactor,
              isRefUnit: name === reference,
            })),
          },
        ],
        [
          `flow_properties/${flowProperty["@id"]}.json`,
          { ...flowProperty, flowPropertyType: "PHYSICAL_QUANTITY", unitGroup: group },
        ],
      ] as [string, Record<string, unknown>][];
    });
  }
}

/** A reference to an object, which also begins the object itself. */
export function ref(type: string, id: string, name: string) {
  return { "@type": type, "@id": id, name };
}

function propertyRef(property: string) {
  return ref("FlowProperty", asUuid("flow property", property), property);
}
