import { writeFormulas } from "../../../lib/charts/number-text.ts";
import { parseUnit } from "../../../lib/quantity/unit.ts";

/** A label of an axis or a column, split into what it names and its unit; each is empty if it is not there. */
export interface ReadLabel {
  readonly name: string;
  readonly unit: string;
}

const arrows = /^[\s←→↑↓]+|[\s←→↑↓]+$/g;

/** Words with which a unit begins that is no symbol. */
const counted = /^(?:million|billion|thousand|per cent|percent|tonnes?|kilotonnes?|megatonnes?|gigatonnes?)\b/i;
const countedChinese = /^(?:[十百千万亿]*吨|[千兆]?克|[万亿]?(?:美)?元|百分)/;

/** Reads a label such as `Mt CO₂ →`, `Against production (%) →` or `↑ Population, million`. */
export function readLabel(label: string): ReadLabel {
  const text = label.replaceAll(arrows, "").trim();
  const bracketed = /^(.*\S)\s*[（(]([^（）()]+)[)）]$/.exec(text);
  if (bracketed && isUnit(bracketed[2]!)) return { name: bracketed[1]!, unit: writeUnit(bracketed[2]!) };
  const comma = text.lastIndexOf(", ");
  if (comma > 0 && isUnit(text.slice(comma + 2))) {
    return { name: text.slice(0, comma), unit: writeUnit(text.slice(comma + 2)) };
  }
  return isUnit(text) ? { name: "", unit: writeUnit(text) } : { name: text, unit: "" };
}

/** A field's name in words: `production_mtco2` in `Mt CO2` is “Production”. */
export function fieldWords(field: string, unit: string): string {
  const words = field
    .replaceAll(/([\p{Ll}\d])(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[\s_.]+/)
    .filter(Boolean);
  const written = lettersOf(unit);
  const first = lettersOf(unit.split(/[\s/]/)[0]!);
  // A field often ends with its unit, in one word or in several.
  for (let from = 1; from < words.length && written !== ""; ++from) {
    const end = lettersOf(words.slice(from).join(""));
    if (sameLetters(end, written) || end === first) {
      words.length = from;
      break;
    }
  }
  const text = words.map((word) => (/^\p{Lu}\p{Ll}/u.test(word) ? word.toLowerCase() : word)).join(" ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A unit for reading: formulas with subscripts, no unit for names and indices. */
export function writeUnit(unit: string): string {
  return unit === "none" ? "" : writeFormulas(unit.trim());
}

function isUnit(text: string): boolean {
  const plain = text.trim().replaceAll(/[\u2080-\u2089]/g, (digit) => String(digit.charCodeAt(0) - 0x2080));
  if (plain === "" || /^(?:years?|months?|days?|hours?)$/i.test(plain)) return false;
  if (/^[%‰°]/.test(plain) || counted.test(plain) || countedChinese.test(plain)) return true;
  const [first = ""] = plain.split(/[\s/]/);
  return !/^(?:CO2|CH4|N2O|[A-Z]|\d.*)$/.test(first) && isParsed(first);
}

function isParsed(text: string): boolean {
  try {
    parseUnit(text);
    return true;
  } catch {
    return false;
  }
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("%", "percent")
    .replaceAll(/[\u2080-\u2089]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))
    .replaceAll(/[^a-z0-9]/g, "");
}

/** Whether two texts have the same letters, in any order: `co2_kt` is in `kt CO2`. */
function sameLetters(a: string, b: string): boolean {
  return a === b || [...a].sort().join("") === [...b].sort().join("");
}
