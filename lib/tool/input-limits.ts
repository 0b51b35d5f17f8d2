/** Lists and records in one another, at most. The deepest input of a tool has six. */
const DEPTH = 32;
/** UTF-16 units of one text, at most. */
const LETTERS = 100_000;
/** Values in an input, at most: as many as a table of 5,000 rows and columns has cells. Larger tables are opened, not called with. */
const VALUES = 25_000_000;

/** The sentence about the field at fault. */
type Say = (field: string) => string;
type Path = readonly (string | number)[];

/**
 * What no schema asks about an input, whatever tool it is for: nesting without end, texts and lists without measure, and the
 * one name that a plain object cannot hold. Gives the first problem with the path where it stands.
 */
export function beyondLimits(input: unknown): { readonly path: Path; readonly say: Say } | undefined {
  let values = 0;
  const visit = (value: unknown, path: Path): { path: Path; say: Say } | undefined => {
    if (typeof value === "string")
      return value.length > LETTERS
        ? {
            path,
            say: (field) => `${field} should be a text of at most ${LETTERS} characters, but it has ${value.length}.`,
          }
        : undefined;
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return undefined;
    if (path.length >= DEPTH)
      return { path: path.slice(0, 4), say: (field) => `${field} is nested more than ${DEPTH} levels deep.` };
    if (Array.isArray(value)) {
      values += value.length;
      if (values > VALUES) return tooMany(path);
      for (let i = 0; i < value.length; i++) {
        const each: unknown = value[i];
        // Most of a large input is numbers; they are not worth a call.
        if (typeof each === "number") continue;
        const found = visit(each, [...path, i]);
        if (found) return found;
      }
      return undefined;
    }
    for (const key of Object.keys(value)) {
      values += 1;
      if (key === "__proto__")
        return { path, say: (field) => `${field} has a field "__proto__", which cannot be a name. Rename it.` };
      if (key.length > LETTERS)
        return { path, say: (field) => `${field} has a name of ${key.length} characters; at most ${LETTERS} fit.` };
      const found = visit((value as Record<string, unknown>)[key], [...path, key]);
      if (found) return found;
    }
    return values > VALUES ? tooMany(path) : undefined;
  };
  return visit(input, []);
}

function tooMany(path: Path) {
  return { path, say: (field: string) => `${field} makes the input larger than ${VALUES} values. Give less at once.` };
}
