import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import type { ImpactMethod } from "../impact/impact-method.ts";
import { ImpactPlaces } from "../impact/impact-places.ts";
import { type MethodRecord, methodOfRecord } from "../impact/method-records.ts";
import { shippedMethods } from "../impact/shipped-methods.ts";
import { importedMethods } from "./imported-methods.ts";
import { mustBeImported } from "./imported-names.ts";

/** Where methods are from besides those that ship. */
export interface MethodSources {
  readonly given?: readonly MethodRecord[] | undefined;
  /** Names of imports. */
  readonly from?: readonly string[] | undefined;
  /** Those of the inventory's own import. */
  readonly own?: readonly ImpactMethod[];
}

/**
 * The methods that can be chosen: those of the input, of the inventory itself, of other imports, and those that ship. A name that an
 * earlier one has is told apart by its origin: "TRACI 2.1 (My import)". Throws LifecycleError.
 */
export async function availableMethods(
  read: Read,
  { given = [], from = [], own = [] }: MethodSources,
  work: Work = uninterrupted,
): Promise<ImpactMethod[]> {
  const others = given.map(methodOfRecord);
  for (const each of from) {
    await mustBeImported(each, read, "methodsFrom");
    others.push(...(await importedMethods(each, read, work)));
  }
  const shipped = await shippedMethods(read);
  const taken = new Set(shipped.map(({ id }) => id));
  const named = [...others, ...own].map((method): ImpactMethod => {
    const id = taken.has(method.id) ? `${method.id} (${method.origin})` : method.id;
    taken.add(id);
    return { ...method, id };
  });
  if (!named.some(({ factors }) => factors.some(({ location }) => location !== undefined)))
    return [...named, ...shipped];
  const places = new ImpactPlaces(await read("countries"));
  return [...named.map((method) => places.placed(method)), ...shipped];
}
