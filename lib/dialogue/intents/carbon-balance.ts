import type { Intent } from "../intent.ts";
import type { Link } from "../link.ts";
import type { Matter } from "../matter.ts";
import type { Assumption, Json, Step } from "../plan.ts";
import { factorValueOf, guidelineFactor } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Materials by the values of their words, as the table of carbon contents of iron and steel calls them. */
const contents: Readonly<Record<string, string>> = {
  "fuel:coal": "Coal",
  "fuel:Coking Coal": "Coking Coal",
  "fuel:Coke Oven Coke and Lignite Coke": "Coke",
  "fuel:Petroleum Coke": "Petroleum Coke",
  "fuel:Natural Gas": "Natural Gas",
  "fuel:Residual Fuel Oil": "Fuel Oil",
  "process:limestone": "Limestone",
  "process:dolomite": "Dolomite",
  "process:steel": "Steel",
  "process:pig iron (not converted to steel)": "Purchased pig Iron",
  "process:direct reduced iron (natural gas)": "Direct reduced Iron (DRI)",
  "chosen:scrap": "Scrap Iron",
  "chosen:electrodes": "EAF Carbon Electrodes",
};

const defaultContents: Assumption = {
  slot: "method",
  value: "carbon contents",
  label: { en: "carbon contents of the guidelines", zh: "指南的缺省含碳量" },
  because: { en: "a material has none of its own", zh: "有物料未给出含碳量" },
  rivals: [],
};

interface Flow {
  readonly mass: Link & { readonly quantity: NonNullable<Link["quantity"]> };
  readonly place: number;
  /** Its name in the table of carbon contents. */
  material: string | null;
  words: string | null;
  /** Per cent, as the words give it. */
  carbon: number | null;
}

/** CO2 by the carbon that goes in less the carbon that comes out. IPCC 2006 Guidelines, Vol. 3, equation 4.9. */
export const carbonBalanceIntent: Intent = {
  id: "carbon balance",
  title: { en: "CO2 by a balance of carbon", zh: "碳平衡法 CO2" },
  ofGivenAmounts: true,
  read(matter) {
    const roles = matter.links.flatMap((link, place) => {
      const found = link.meanings.find(
        ({ kind, value }) => kind === "process" && (value === "goes in" || value === "comes out"),
      );
      return found ? [{ place, isIn: found.value === "goes in" }] : [];
    });
    if (!roles.some(({ isIn }) => isIn) || roles.every(({ isIn }) => isIn)) return null;
    const flows = flowsOf(matter);
    if (!flows || flows.length < 2) return null;
    matter.emissions("CO2");
    matter.takes("process", "carbon balance", "carbon content", "goes in", "comes out", "plant");
    matter.takes("operation", "total");
    matter.unit();
    const isBefore = roles[0]!.place < flows[0]!.place;
    const isIn = ({ place }: Flow): boolean | undefined =>
      (isBefore ? roles.findLast((role) => role.place < place) : roles.find((role) => role.place > place))?.isIn;
    const [goesIn, goesOut] = [
      flows.filter((flow) => isIn(flow) === true),
      flows.filter((flow) => isIn(flow) === false),
    ];
    if (goesIn.length === 0 || goesOut.length === 0 || goesIn.length + goesOut.length !== flows.length) return null;
    const steps: Step[] = [];
    const written = (flow: Flow): { readonly [key: string]: Json } => {
      const id = `carbon${flows.indexOf(flow) + 1}`;
      if (flow.carbon === null)
        steps.push(guidelineFactor(id, { category: "2.C.1", activity: flow.material!, parameter: "C" }));
      return {
        material: flow.words ?? flow.material ?? id,
        mass: { value: flow.mass.quantity.value, unit: flow.mass.quantity.measured },
        carbon: flow.carbon === null ? { ...factorValueOf(id) } : { value: flow.carbon, unit: "kg C/(100 kg)" },
      };
    };
    const args = { goesIn: goesIn.map(written), goesOut: goesOut.map(written) };
    const isDefault = steps.length > 0;
    steps.push({ id: "balance", tool: "inventory.steel", args });
    return figureDraft({
      steps,
      assumed: isDefault ? [defaultContents] : [],
      wants: [
        wanted("balance", "emissions.0.value", { path: "emissions.0.unit" }, { en: "CO2", zh: "CO2" }),
        ...flows.flatMap((flow, i) =>
          flow.carbon === null
            ? [
                wanted(
                  `carbon${i + 1}`,
                  "factor.value",
                  { path: "factor.unit" },
                  { en: `carbon of ${flow.material}`, zh: `${flow.words ?? flow.material}含碳量` },
                  false,
                ),
              ]
            : [],
        ),
      ],
      subject: {
        en: [{ name: "CO2" }, " of the carbon that goes in and does not come out with products"],
        zh: ["投入而未随产物带出的碳形成的 ", { name: "CO2" }],
      },
    });
  },
};

/** Masses with the material and the per cent of carbon that stand beside each; null if one has neither a content nor a default. */
function flowsOf(matter: Matter): Flow[] | null {
  const flows: Flow[] = [];
  for (const [place, link] of matter.links.entries()) {
    const { quantity } = link;
    const last = flows.at(-1);
    if (quantity && /^(?:kg|t|kt|Mt)$/.test(quantity.measured)) {
      if (quantity.per !== null) return null;
      const mass = link as Flow["mass"];
      flows.push({ mass, place, material: null, words: quantity.gas, carbon: null });
    } else if (quantity?.measured === "%") {
      if (!last || last.carbon !== null) return null;
      last.carbon = quantity.value;
    } else if (quantity) return null;
    else if (last && last.words === null) {
      const found = link.meanings.find(({ kind }) => kind === "material");
      if (found) {
        last.material = contents[String(found.value)] ?? null;
        last.words = link.words;
      } else continue;
      matter.use(link);
    } else continue;
    matter.use(link);
  }
  return flows.every(({ carbon, material }) => carbon !== null || material !== null) ? flows : null;
}
