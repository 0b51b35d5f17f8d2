/** What the values of a band scale are called, by scale and value. */
export type NamesOfScales = ReadonlyMap<string, ReadonlyMap<unknown, string>>;

const given = new WeakMap<Element, Map<string, ReadonlyMap<unknown, string>>>();

/** Says what the values of a picture's scale are called, where they only keep apart rows whose names may be equal. */
export function giveNames(picture: Element, scale: string, names: ReadonlyMap<unknown, string>): void {
  const all = given.get(picture) ?? new Map();
  given.set(picture, all.set(scale, names));
}

export function givenNames(picture: Element): NamesOfScales {
  return given.get(picture) ?? new Map();
}
