/**
 * A name of an elementary flow for comparison: in lower case, with single spaces and one sign for micro. The origin that ILCD writes
 * in brackets stands after a comma, as elsewhere: "methane (fossil)" is "methane, fossil".
 */
export function flowKey(name: string): string {
  const plain = name.trim().toLowerCase().replace(/\s+/g, " ").replaceAll("µ", "μ");
  return plain.replace(/ \((fossil|biogenic(?:-100yr)?|non-fossil)\)$/, ", $1");
}

/** A CAS number without leading zeros; undefined if the text is none ("n.a."). */
export function casKey(cas: string | null | undefined): string | undefined {
  const found = /^0*(\d{2,7}-\d{2}-\d)$/.exec(cas?.trim() ?? "");
  return found?.[1];
}
