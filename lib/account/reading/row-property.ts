import type { Message } from "../../message/message.ts";
import { converts } from "../../quantity/quantity.ts";
import type { ReadLine } from "../line-shape.ts";
import { readUnit } from "./read-unit.ts";
import { texts } from "./reading-texts.ts";
import { energySumWords, propertyWords } from "./row-words.ts";

const isHan = /\p{Script=Han}/u;
/** Units of how long something lasts and of what an engine is built for: nothing is used up by them. */
const years = /^(?:a|yr|yrs|years?|年|jahre?|ans?|années?|años?|anos?)$/i;
const physical = ["kWh", "kg", "m3", "tkm"];
const ratings = /^(?:k|M|G)?(?:W|VA|Wp)$|^(?:hp|ps|bar|rpm|°c|℃)$/i;

/** Names and units that are remembered of a table: most tables have few, and one of a million names does not fill the memory. */
const REMEMBERED = 2000;

/** Why lines are no activity: they state a property of what is accounted for. The same name and unit is looked at once. */
export class RowProperties {
  readonly #known = new Map<string, Message | null>();

  /** Null if the line may be an activity. */
  of(line: Pick<ReadLine, "name" | "unit">): Message | null {
    const key = `${line.unit}\n${line.name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const property = propertyOf(line);
    if (this.#known.size < REMEMBERED) this.#known.set(key, property);
    return property;
  }
}

function propertyOf({ name, unit }: Pick<ReadLine, "name" | "unit">): Message | null {
  const plain = bareName(name);
  if (plain === "") return null;
  // "Electricity over its service life" is an amount.
  if (years.test(unit) || (isNamed(plain, propertyWords.lifetime) && !isPhysical(unit))) return texts.lifetime();
  if (isNamed(plain, propertyWords.threshold)) return texts.threshold();
  if (propertyWords.size.includes(plain)) return texts.sizeOnly();
  if (ratings.test(unit) || propertyWords.rating.includes(plain)) return texts.rating();
  if (/^(?:k?g|[kM]?t|吨|千克|公斤) ?co[2₂]/i.test(unit)) return unit.includes("/") ? texts.ratio() : texts.emissions();
  return isRatio(unit) || unit === "%" ? texts.ratio() : null;
}

/** "per room night", "每平方米", "je Mitarbeiter": an intensity of the amounts above it, and not a daily allowance. */
export function isIntensity(label: string): boolean {
  return /^(?:per (?!diem)|je |pro (?!forma)|par |por |每|单位产品)/i.test(label.normalize("NFKC").trim());
}

/** Whether a line adds up energy that other lines have, as tonnes of standard coal. */
export function isEnergySum({ name, unit }: Pick<ReadLine, "name" | "unit">): boolean {
  const plain = name.normalize("NFKC").toLowerCase();
  return /^(?:k?g|M?t)ce$/.test(unit) && energySumWords.some((word) => plain.includes(word));
}

function isPhysical(unit: string): boolean {
  const written = readUnit(unit);
  return written !== null && physical.some((each) => written.isKnown && converts(written.unit, each));
}

/** Without what stands in brackets, behind a comma or colon, and, of a wide table, what the row is called. */
function bareName(name: string): string {
  return name
    .slice(0, 200)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[([（［][^()[\]（）［］]*[)\]）］]/g, " ")
    .replace(/[,;:·，；：].*$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

function isNamed(plain: string, words: readonly string[]): boolean {
  return words.some((word) => (isHan.test(word) ? plain.endsWith(word) : plain === word || plain.endsWith(` ${word}`)));
}

/** kWh/m2, GJ/t, kg/h: a factor, an intensity or a rate. Pieces of one product, kg/pc, are amounts. */
function isRatio(unit: string): boolean {
  const [, above, below, ...more] = /^([^/]{1,20})\/([^/]{1,12})$/.exec(unit) ?? [];
  if (above === undefined || more.length > 0) return false;
  const [one, other] = [readUnit(above.trim()), readUnit(below!.trim())];
  return one !== null && other !== null && one.unit !== "item" && other.unit !== "item";
}
