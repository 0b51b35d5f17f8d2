import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { ToolRunner } from "../../../kernel/services/service-calls.ts";
import type { DatasetVocabulary } from "../../../kernel/services/vocabulary.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { denominatorColumn } from "./chart-query.ts";
import { type ChartTable, chartTable } from "./chart-table.ts";
import { PlaceNames, type PlaceRow } from "./place-names.ts";
import type { DivisorYears } from "./placed-column.ts";

interface QueryResult {
  readonly rows: readonly { readonly [column: string]: unknown }[];
}

type Names = Readonly<Record<"countries" | "mrio_regions", PlaceNames>>;

/** The datasets that can be drawn, and what they are about. */
export class ChartSources {
  readonly #compute: ToolRunner;
  readonly tables: ReadonlyMap<string, ChartTable>;
  readonly #names: Names;
  #divisorYears: Promise<DivisorYears> | undefined;

  private constructor(compute: ToolRunner, tables: ReadonlyMap<string, ChartTable>, names: Names) {
    this.#compute = compute;
    this.tables = tables;
    this.#names = names;
  }

  /** Reads what the datasets of a catalogue offer, and the names of places. Rejects if these cannot be loaded. */
  static async load(
    catalogue: readonly DatasetEntry[],
    vocabulary: ReadonlyMap<string, DatasetVocabulary> | null,
    compute: ToolRunner,
  ): Promise<ChartSources> {
    const tables = catalogue.flatMap((entry): [string, ChartTable][] => {
      if (entry.format !== "arrow" || entry.own || entry.imported) return [];
      const table = chartTable(entry, vocabulary?.get(entry.name));
      return table ? [[entry.name, table]] : [];
    });
    const [countries, regions] = await Promise.all(
      (
        [
          ["countries", "iso3", ["iso2", "name_ja", "name_de", "name_fr", "name_es"]],
          ["mrio_regions", "region", []],
        ] as const
      ).map(async ([dataset, code, others]) => {
        const select = [code, "name_en", "name_zh", ...others];
        const { rows } = await runQuery(compute, { dataset, select });
        return new PlaceNames(rows as unknown as readonly PlaceRow[], code);
      }),
    );
    return new ChartSources(compute, new Map(tables), { countries: countries!, mrio_regions: regions! });
  }

  namesOf({ place }: ChartTable): PlaceNames | null {
    return place && this.#names[place.names];
  }

  /** The names of countries. */
  get countries(): PlaceNames {
    return this.#names.countries;
  }

  /** The years in which people and GDP of countries are known. */
  async divisorYears(): Promise<DivisorYears> {
    this.#divisorYears ??= Promise.all(
      (["person", "gdp", "gdp-current"] as const).map(async (per) => {
        const { dataset, column } = denominatorColumn(per)!;
        const select = (["min", "max"] as const).map((aggregate) => ({ column: "year", as: aggregate, aggregate }));
        const where = { [column]: { not: null }, iso3: { not: null } };
        const [span] = await this.rows({ dataset, select, where }).catch(() => []);
        return typeof span?.min === "number" && typeof span.max === "number" ? [[per, [span.min, span.max]]] : [];
      }),
    ).then((spans) => Object.fromEntries(spans.flat()) as DivisorYears);
    return this.#divisorYears;
  }

  /** The rows of a request of `data.query`. */
  async rows(request: unknown, signal?: AbortSignal): Promise<QueryResult["rows"]> {
    return (await runQuery(this.#compute, request, signal)).rows;
  }
}

async function runQuery(compute: ToolRunner, request: unknown, signal?: AbortSignal): Promise<QueryResult> {
  return inEnglish(await compute.call("data.query", request, signal ? { signal } : {})) as QueryResult;
}
