import { z } from "zod";
import type { OlcaPackage } from "./olca-package.ts";
import { categoryParts, type OlcaFlow } from "./olca-schema.ts";

const olcaCategory = z.looseObject({
  name: z.string(),
  category: z.looseObject({ "@id": z.string() }).nullish(),
});

/** Parts of a path are at most so many: a category that is its own parent must end. */
const DEPTH = 30;

/** The parts of an object's category, from the outermost; schema 1 keeps parents in files of their own. Throws ImportError. */
export async function categoryOf(source: OlcaPackage, given: OlcaFlow["category"], from: string): Promise<string[]> {
  if (typeof given !== "object" || given === null || given.categoryPath || !given["@id"]) return categoryParts(given);
  const parts: string[] = [];
  let id: string | undefined = given["@id"];
  while (id !== undefined && parts.length < DEPTH && source.has("categories", id)) {
    const found: z.infer<typeof olcaCategory> = await source.shared("categories", id, olcaCategory, from);
    parts.unshift(found.name);
    id = found.category?.["@id"];
  }
  return parts.length > 0 ? parts : categoryParts(given);
}
