import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, normalize } from "node:path";
import type { Account } from "../../lib/account/account-shapes.ts";
import { type GivenMapping, givenMapping } from "../../lib/account/given-mapping.ts";
import { keptMapping } from "../../lib/account/kept-mapping.ts";
import { mappingNameAmong } from "../../lib/account/mapping-name.ts";
import { type Mapping, mappingShape } from "../../lib/account/mapping-shape.ts";
import { Fault } from "../../lib/message/fault.ts";
import type { Message, Sentence } from "../../lib/message/message.ts";
import { readGivenFile } from "../input/given-file.ts";
import { Misuse, WrongInput } from "../input/misuse.ts";
import { writeWhole } from "../results/atomic-file.ts";

/** The mapping of an account, what is to be said of it, and what of it cannot be used. */
export interface FoundMapping extends Pick<GivenMapping, "mapping"> {
  readonly problems: readonly Sentence[];
  readonly notes: readonly Message[];
}

/** The mappings that are kept beside files by their names, or else those of other years, as one; of two that settle the same, the first. */
export async function mappingBeside(files: readonly string[]): Promise<FoundMapping> {
  let mapping: GivenMapping["mapping"] = mappingShape.parse({});
  const problems: Sentence[] = [];
  const notes: Message[] = [];
  const taken = new Set<string>();
  for (const file of files.map(normalize)) {
    const folder = dirname(file);
    const found = mappingNameAmong(basename(file), await readdir(folder).catch(() => []));
    const path = found === null ? null : join(folder, found);
    if (path === null || taken.has(path)) continue;
    taken.add(path);
    try {
      const kept = keptMapping(file, path, await readGivenFile(path));
      mapping = joined(mapping, kept.mapping);
      problems.push(...kept.problems);
      notes.push(...kept.notes);
    } catch (error) {
      if (!(error instanceof WrongInput)) throw error;
      problems.push(error.message);
    }
  }
  return { mapping, problems, notes };
}

function joined(first: GivenMapping["mapping"], second: GivenMapping["mapping"]): GivenMapping["mapping"] {
  const { statements } = second;
  return {
    ...second,
    ...first,
    entries: [...first.entries, ...second.entries],
    places: { ...second.places, ...first.places },
    answers: { ...second.answers, ...first.answers },
    ...(statements ? { statements: { ...statements, ...first.statements } } : {}),
  };
}

/** A mapping file that a person names. Throws WrongInput if it is none. */
export async function readMapping(path: string): Promise<GivenMapping> {
  const text = await readGivenFile(path);
  try {
    return givenMapping(path, text);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new WrongInput(`${error.message} "yuheng account FILE --draft-mapping NEW.json" writes one to start from.`);
  }
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
