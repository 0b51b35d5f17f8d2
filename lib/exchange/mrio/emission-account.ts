import { messages } from "../../message/message.ts";
import type { ImportOptions } from "./source-files.ts";
import { chooseStressors, type FoundStressor, foundStressors } from "./stressor-choice.ts";
import type { TableDraft } from "./table-draft.ts";

const texts = messages("exchange", {
  ofNoRegion: {
    en: "{name} belongs to no region and was left out: {total}.",
    zh: "{name} 不属于任何区域，未计入：{total}。",
  },
  ofNoIndustry: {
    en: "{account} has figures of {codes}, which the table does not have: they were left out.",
    zh: "{account} 含有表中没有的 {codes} 的数据，未计入。",
  },
  bareRegions: {
    en: "{account} has no figures for {count} of {regions} regions ({bare}): they are zero here.",
    zh: "{account} 没有 {regions} 个区域中 {count} 个的数据（{bare}）：在此为零。",
  },
});

/** One figure of an emission account that is published with a table, in the account's own units. */
export interface AccountFigure {
  readonly stressor: string;
  readonly unit: string;
  readonly region: string;
  /** Code of the industry; undefined for households. */
  readonly sector: string | undefined;
  readonly value: number;
}

/** The mapping of the account's codes to the table's. */
export interface AccountScheme {
  /** The account's name in a note, e.g. "env_ac_ainah_r2". */
  readonly name: string;
  /** The name of its satellite account in the table. */
  readonly account: string;
  /** Possible codes of an industry in the table, the most likely first. */
  sectors(code: string): readonly string[];
  /** The category of final demand for the direct emissions of households. */
  readonly households: string;
  /** Whether a code is a sum of others. If given, a note names the other codes that have figures and are not in the table. */
  isTotal?(code: string): boolean;
}

/** The stressors of figures, each name once. */
export function stressorsOf(figures: readonly AccountFigure[], account?: string): FoundStressor[] {
  return foundStressors(
    figures.map(({ stressor }) => stressor),
    figures.map(({ unit }) => unit),
    account,
  );
}

/**
 * Adds the figures to a table if it has their region and industry, each place once (accounts list sums and parts, and
 * one industry under two codes). Notes name the regions without any figure and the figures of unknown places.
 */
export function layAccount(
  draft: TableDraft,
  figures: readonly AccountFigure[],
  scheme: AccountScheme,
  options: ImportOptions,
): void {
  const names = [...new Set(figures.map(({ stressor }) => stressor))];
  const chosen = chooseStressors(names, options);
  const kept = new Set(names.filter((_, k) => chosen[k]));
  const seen = new Set<string>();
  const covered = new Set<string>();
  const regions = draft.namedRegions();
  const bunkers = new Map<string, number>();
  const strangers = new Set<string>();
  for (const { stressor, unit, region, sector, value } of figures) {
    if (kept.has(stressor) && !regions.has(region) && /bunk/i.test(region)) {
      const name = `${stressor} of ${region}${unit && ` (${unit})`}`;
      bunkers.set(name, (bunkers.get(name) ?? 0) + value);
    }
    if (!kept.has(stressor) || !regions.has(region)) continue;
    const code =
      sector === undefined
        ? scheme.households
        : scheme.sectors(sector).find((candidate) => draft.has(region, candidate));
    if (code === undefined && value !== 0 && scheme.isTotal?.(sector!) === false) strangers.add(sector!);
    if (code === undefined || (sector === undefined && !draft.hasDemand(region, code))) continue;
    const key = `${stressor}\u0000${region}\u0000${sector === undefined}\u0000${code}`;
    if (seen.has(key)) continue;
    seen.add(key);
    covered.add(region);
    const k = draft.stressorPlace(stressor, unit, scheme.account);
    if (sector === undefined) draft.FY.add(k, draft.demandPlace(region, code), value);
    else draft.F.add(k, draft.place(region, code), value);
  }
  for (const [name, total] of bunkers) draft.notes.push(texts.ofNoRegion({ name, total: total.toPrecision(6) }));
  if (strangers.size > 0) draft.notes.push(texts.ofNoIndustry({ account: scheme.name, codes: [...strangers] }));
  const bare = [...regions].filter((region) => !covered.has(region));
  if (bare.length > 0) {
    const named = bare.length > 8 ? [...bare.slice(0, 8), "…"] : bare;
    const { size } = regions;
    draft.notes.push(texts.bareRegions({ account: scheme.name, count: bare.length, regions: size, bare: named }));
  }
}
