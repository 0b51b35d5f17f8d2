import { stat } from "node:fs/promises";
import type { Account } from "../../lib/account/account-shapes.ts";
import { type Mapping, mappingShape } from "../../lib/account/mapping-shape.ts";
import { readGivenFile } from "../input/given-file.ts";
import { Misuse, WrongInput } from "../input/misuse.ts";
import { writeWhole } from "../results/atomic-file.ts";

export const noMapping: Mapping = mappingShape.parse({});

/** A mapping file. Throws WrongInput with the place of what does not fit. */
export async function readMapping(path: string): Promise<Mapping> {
  let written: unknown;
  try {
    written = JSON.parse(await readGivenFile(path));
  } catch (error) {
    if (error instanceof WrongInput) throw error;
    throw new WrongInput(`“${path}” is no mapping file: it is not JSON (${(error as Error).message}).`);
  }
  const parsed = mappingShape.safeParse(written);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WrongInput(
    `“${path}” is no mapping file: ${issue!.path.join(".") || "the whole"}: ${issue!.message}. "yuheng account FILE --draft-mapping NEW.json" writes one to start from.`,
  );
}

/** Throws Misuse if a file has the name already: a person may have edited it. */
export async function refuseExisting(path: string): Promise<void> {
  if (!(await stat(path).catch(() => null))) return;
  throw new Misuse(`“${path}” exists and is not written over. Use it with --mapping, or give another name.`);
}

/** Writes what each line was taken for; lines that nothing was found for are there without it, to be filled in. */
export async function writeDraft(path: string, { kind, lines }: Account, given: Mapping): Promise<number> {
  const entries = new Map<string, NonNullable<Mapping["entries"]>[number]>();
  for (const { name, unit, site, match, splitFrom } of lines) {
    // The parts of a split line are an entry of the mapping already.
    if (splitFrom !== null || name.trim() === "") continue;
    const place = { name, ...(unit === "" ? {} : { unit }), ...(site === null ? {} : { site }) };
    const key = JSON.stringify(place);
    if (!entries.has(key)) entries.set(key, { ...place, ...(match.id === null ? {} : { to: match.id }) });
  }
  // What a person has settled comes first, and once.
  const settled = given.entries ?? [];
  const isSettled = (name: string) =>
    settled.some((entry) => entry.name.trim().toLowerCase() === name.trim().toLowerCase());
  const drafted = [...entries.values()].filter(({ name }) => !isSettled(name));
  const { places, answers, statements } = given;
  const mapping = {
    format: "yuheng-mapping",
    version: 1,
    kind,
    entries: [...settled, ...drafted],
    places,
    answers,
    ...(statements ? { statements } : {}),
  };
  await writeWhole(path, `${JSON.stringify(mapping, null, 2)}\n`);
  return settled.length + drafted.length;
}
