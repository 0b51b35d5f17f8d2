import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { ReadLine } from "../line-shape.ts";
import type { Mapping } from "../mapping-shape.ts";
import { nameKey } from "./fold-text.ts";
import { isSiteOf, isUnitOf, MappingEntries, type MappingEntry } from "./mapping-entries.ts";
import { renamedOf } from "./renamed-lines.ts";

const texts = messages("account.mapping", {
  unusedEntries: {
    en: "{count} {count:entry of the mapping fits|entries of the mapping fit} no line of this file: {names:and}.",
    zh: "对应表中有 {count} 项与本文件的任何行都不符：{names:and}。",
  },
  unitChanged: {
    en: "“{name}” is in {now} here but in {before} in the mapping, so its entry was not used. Check what the line was matched to.",
    zh: "“{name}”在本文件中以 {now} 计，在对应表中以 {before} 计，因此未采用该项。请检查此行的匹配结果。",
  },
  siteChanged: {
    en: "“{name}” is at {now} here but at {before} in the mapping, so its entry was not used. Check what the line was matched to.",
    zh: "“{name}”在本文件中属于 {now}，在对应表中属于 {before}，因此未采用该项。请检查此行的匹配结果。",
  },
  renamed: {
    en: "“{before}” in the mapping fits no line of this file; “{now}” may be its new name. If it is, match that line in the same way.",
    zh: "对应表中的“{before}”不在本文件中；“{now}”可能是它的新名称。如是，请对该行作相同的匹配。",
  },
  newLines: {
    en: "{count} {count:name is|names are} not in the mapping and {count:was|were} matched anew: {names:and}.",
    zh: "有 {count} 个名称不在对应表中，已重新匹配：{names:and}。",
  },
  noUnit: { en: "no unit", zh: "无单位" },
  noSite: { en: "no site", zh: "无场所" },
});

/** Changes of a kind that are said one by one; those behind them are listed by their names. */
const MOST_SAID = 12;

/** What a mapping of another file lacks here: entries without a line, lines in other units, at other sites or under other names, and new lines. */
export function mappingChanges(lines: readonly ReadLine[], mapping: Mapping): Message[] {
  const { entries: given = [] } = mapping;
  if (given.length === 0) return [];
  const entries = new MappingEntries(mapping);
  const fitting = new Set<MappingEntry>();
  const names = new Set<string>();
  /** The lines that no entry fits, by their names. */
  const fresh = new Map<string, ReadLine[]>();
  for (const line of lines) {
    const key = nameKey(line.name);
    names.add(key);
    const own = entries.of(line.name).filter((entry) => isUnitOf(entry, line) && isSiteOf(entry, line));
    for (const entry of own) fitting.add(entry);
    if (own.length > 0) continue;
    const alike = fresh.get(key);
    if (alike) alike.push(line);
    else fresh.set(key, [line]);
  }
  const moved: Message[] = [];
  const said = new Set<string>();
  const gone = new Set<string>();
  for (const entry of given) {
    if (fitting.has(entry)) continue;
    const key = nameKey(entry.name);
    const change = moved.length < MOST_SAID ? changeOf(entry, fresh.get(key) ?? []) : null;
    if (change === null) gone.add(entry.name);
    else {
      moved.push(change);
      said.add(key);
    }
  }
  const isNew = ([key]: readonly [string, unknown]) => !said.has(key);
  const newNames = [...fresh].filter(isNew).map(([, [line]]) => line!.name);
  const renamed = renamedOf(
    [...gone].filter((name) => !names.has(nameKey(name))),
    newNames.filter((name) => entries.of(name).length === 0),
  ).slice(0, MOST_SAID);
  for (const { before } of renamed) gone.delete(before);
  const now = new Set(renamed.map((each) => each.now));
  const others = newNames.filter((name) => !now.has(name));
  // Where a person has settled a few lines only, most are in no entry and none of them is new.
  const coversFile = given.length * 2 >= names.size;
  return [
    ...moved,
    ...renamed.map((each) => texts.renamed({ ...each })),
    ...(gone.size > 0 ? [texts.unusedEntries({ count: gone.size, names: someOf([...gone]) })] : []),
    ...(coversFile && others.length > 0 ? [texts.newLines({ count: others.length, names: someOf(others) })] : []),
  ];
}

/** Why an entry fits none of the lines of its name; null if there is no such line. */
function changeOf(entry: MappingEntry, lines: readonly ReadLine[]): Message | null {
  const { name, unit = "", site = "" } = entry;
  const inUnit = lines.find((line) => isSiteOf(entry, line) && !isUnitOf(entry, line));
  if (inUnit) return texts.unitChanged({ name, now: inUnit.unit || texts.noUnit(), before: unit || texts.noUnit() });
  const atSite = lines.find((line) => !isSiteOf(entry, line));
  if (!atSite) return null;
  return texts.siteChanged({ name, now: atSite.site || texts.noSite(), before: site || texts.noSite() });
}
