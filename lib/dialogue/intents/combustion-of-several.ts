import type { Intent } from "../intent.ts";
import type { Found, Matter } from "../matter.ts";
import type { Json, Step } from "../plan.ts";
import type { Part } from "../template.ts";
import { askHeatValue, burnt, ENERGY, FUEL_MASS, factorSteps } from "./combustion.ts";
import { defaultFactors } from "./default-factors.ts";
import { figureDraft, wanted } from "./one-figure.ts";

type Amount = ReturnType<Matter["quantities"]>[number];

/** An amount and the fuel that it is of. */
interface Burnt {
  readonly amount: Amount;
  readonly fuel: Found;
}

/** CO2 of burning amounts of several fuels together, by the default factors of the guidelines. */
export const combustionOfSeveralIntent: Intent = {
  id: "combustion of several fuels",
  title: { en: "emissions of burning several fuels", zh: "多种燃料燃烧排放" },
  ofGivenAmounts: true,
  read(matter) {
    if (!matter.takes("operation", "burn")) return null;
    const fuels = matter.all("material", ({ value }) => String(value).startsWith("fuel:"));
    const amounts = matter.quantities();
    if (amounts.length < 2 || fuels.some(({ meaning }) => meaning.value === "fuel:coal")) return null;
    const parts = amounts.flatMap((amount) => ofFuel(amount, amounts, fuels) ?? []);
    const each = new Set(parts.map(({ fuel }) => fuel.link));
    if (parts.length !== amounts.length || each.size !== fuels.length) return null;
    const isEnergy = ({ quantity }: Amount) => ENERGY.has(quantity.measured);
    const isKnown = ({ quantity }: Amount) => quantity.gas === null && quantity.per === null;
    if (!amounts.every((amount) => isKnown(amount) && (isEnergy(amount) || FUEL_MASS.test(amount.quantity.measured))))
      return null;
    matter.takes("operation", "total", "propagate", "convert", "factor", "cumulative");
    matter.takes("process", "heat value");
    matter.takes("database", "IPCC");
    matter.emissions("CO2");
    matter.unit();
    const basis = matter.one("basis")?.meaning.value;
    if (amounts.some(isEnergy) && basis === undefined) return askHeatValue();
    const before: Step[] = [];
    const rows = parts.map(({ amount, fuel }, i): Json => {
      const name = String(fuel.meaning.value).slice("fuel:".length);
      const steps = factorSteps(name, "CO2", String(i + 1));
      before.push(steps.factor, ...(isEnergy(amount) ? [] : [steps.ncv]));
      return burnt(name, "CO2", amount.quantity, basis, steps);
    });
    const combustion: Step = { id: "combustion", tool: "inventory.combustion", args: { fuels: rows } };
    const listed = (language: "en" | "zh"): Part[] =>
      parts.flatMap(({ amount, fuel }, i): Part[] => [
        i === 0 ? "" : language === "en" ? " and " : "和",
        { quoted: amount.words },
        language === "en" ? " of " : "",
        { name: fuel.meaning.label[language] },
      ]);
    return figureDraft({
      steps: [...before, combustion],
      assumed: [defaultFactors],
      wants: [
        wanted(
          combustion.id,
          "emissions.0.value",
          { path: "emissions.0.unit" },
          {
            en: "CO2 of burning all of them",
            zh: "合计燃烧 CO2",
          },
        ),
      ],
      subject: {
        en: [{ name: "CO2" }, " of burning ", ...listed("en")],
        zh: ["燃烧", ...listed("zh"), "的 ", { name: "CO2" }],
      },
    });
  },
};

/** The fuel after an amount and before the next, or else the one before it and after the last. */
function ofFuel(amount: Amount, amounts: readonly Amount[], fuels: readonly Found[]): Burnt | null {
  const at = amounts.indexOf(amount);
  const [last, next] = [amounts[at - 1], amounts[at + 1]];
  const isNear = ({ link }: Found) =>
    link.turn === amount.turn &&
    (next === undefined || next.turn !== link.turn || link.from < next.from) &&
    (last === undefined || last.turn !== link.turn || link.from > last.from);
  const near = fuels.filter(isNear);
  const fuel = near.find(({ link }) => link.from > amount.from) ?? near.at(-1);
  return fuel ? { amount, fuel } : null;
}
