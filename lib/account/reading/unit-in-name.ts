import { readUnit, type WrittenUnit } from "./read-unit.ts";

/** "Diesel (l)", "Diesel (l) of the generator": the unit at the end of a name, else in brackets within it. */
export function unitInName(name: string): WrittenUnit | null {
  const [, last] = /[([（［,，]\s*(?:in\s+)?([^()[\]（）［］,，]{1,20})\s*[)\]）］]?$/.exec(name) ?? [];
  const within = [...name.matchAll(/[([（［]\s*(?:in\s+)?([^()[\]（）［］]{1,20})[)\]）］]/g)].map(
    ([, inner]) => inner!,
  );
  for (const inner of [...(last === undefined ? [] : [last]), ...within.reverse()]) {
    const unit = /[a-zA-Z\p{Script=Han}€$£]/u.test(inner) ? readUnit(inner) : null;
    if (unit) return unit;
  }
  return null;
}
