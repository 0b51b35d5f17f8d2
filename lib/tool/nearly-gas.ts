import { type Message, messages } from "../message/message.ts";
import { findGas, knownGases } from "../quantity/substance.ts";
import { byUnit } from "./by-unit.ts";
import { editDistance } from "./nearest-name.ts";

const texts = messages("tool.gas", {
  unknown: {
    en: '{field} is in "{unit}": there is no gas "{written}", so that it counts as a material. Did you mean {near}?',
    zh: "{field} 的单位为“{unit}”：没有名为“{written}”的气体，因此按一种材料处理。您是不是要用 {near}？",
  },
});

/** A note if a unit is of something that is nearly, but not, the name of a gas: no metric would weigh it. */
export function nearlyGas(unit: string, field: string): Message[] {
  const found = misspelt(unit);
  return found ? [texts.unknown({ field, unit, ...found })] : [];
}

const misspelt = byUnit(({ terms }) => {
  for (const { substance } of terms) {
    if (substance?.kind !== "material") continue;
    const near = nearestGas(substance.name);
    if (near !== undefined) return { written: substance.name, near };
  }
  return undefined;
});

/** From here on a name is long enough for a slip of one letter: H2O is not N2O, and SO4 is not SO2. */
const LONG = 5;

/** The gas whose name differs by one slip, or by a zero for a letter O; undefined if the name is a gas, or like none. */
export function nearestGas(written: string): string | undefined {
  if (findGas(written) !== undefined) return undefined;
  const key = written.replace(/[-\s]/g, "").toLowerCase();
  if (!/^[a-z]+\d/.test(key)) return undefined;
  const looksLike =
    findGas(key.replaceAll("0", "o")) ?? (key.endsWith("0") ? findGas(`${key.slice(0, -1)}o`) : undefined);
  if (looksLike !== undefined || key.length < LONG) return looksLike;
  return knownGases().find((gas) => editDistance(key, gas.replace(/[-\s]/g, "").toLowerCase()) === 1);
}
