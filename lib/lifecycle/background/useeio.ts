import { type CsrMatrix, csrFromTriplets } from "../../numeric/csr.ts";
import type { Read } from "../../tool/read.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { said } from "./background-error.ts";
import { cellsOf } from "./table-cells.ts";

/** The editions of USEEIO that ship. */
export const useeioEditions = ["v2.0.1", "v1.2"] as const;
export type UseeioEdition = (typeof useeioEditions)[number];

export interface Sector {
  readonly code: string;
  readonly name: string;
  readonly location: string;
}

export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly group: string;
}

export interface SectorFlow {
  readonly name: string;
  readonly compartment: string | null;
  readonly unit: string;
}

/**
 * An input–output table as the background of an inventory: n sectors, m indicators, k flows, per dollar at producer prices of `year`.
 * Matrices are those of the publisher: N = D (I − A)⁻¹ and, where B ships, D = C B.
 */
export interface MonetaryBackground {
  readonly name: string;
  readonly sectors: readonly Sector[];
  readonly indicators: readonly Indicator[];
  readonly flows: readonly SectorFlow[];
  /** n × n, direct requirements, imports included. */
  readonly A: CsrMatrix;
  /** n × n, direct requirements from domestic producers; null if the edition has none. */
  readonly domesticA: CsrMatrix | null;
  /** m × n, direct impacts. */
  readonly D: CsrMatrix;
  /** m × n, direct and indirect impacts, as published. */
  readonly N: CsrMatrix;
  /** m × k, characterisation factors. */
  readonly C: CsrMatrix;
  /** k × n, direct flows; null if the edition has none. */
  readonly B: CsrMatrix | null;
  /** The year of the table and of its dollars. */
  readonly year: number;
  readonly currency: "USD";
  readonly prices: "producer";
}

const tables: Readonly<Record<UseeioEdition, { readonly id: string; readonly matrices: readonly string[] }>> = {
  "v2.0.1": { id: "useeio_v201", matrices: ["a", "d", "n", "c", "a_d"] },
  "v1.2": { id: "useeio_v12", matrices: ["a", "d", "n", "c", "b"] },
};

/** The datasets that an edition reads. Throws LifecycleError for an edition that does not ship. */
export function useeioDatasets(edition: UseeioEdition): string[] {
  const table = tables[edition] as (typeof tables)[UseeioEdition] | undefined;
  if (!table) throw new LifecycleError("edition", said.noEdition({ edition, editions: [...useeioEditions] }));
  return ["sector", "indicator", "flow", "demand", ...table.matrices].map((part) => `${table.id}_${part}`);
}

/**
 * USEEIO, the environmentally extended input–output model of the United States. Source: Ingwersen et al. (2022),
 * doi:10.1038/s41597-022-01293-7 (v2.0.1), and Yang et al. (2017), doi:10.1016/j.jclepro.2017.04.150 (v1.2).
 */
export async function useeioBackground(read: Read, edition: UseeioEdition = "v2.0.1"): Promise<MonetaryBackground> {
  const names = useeioDatasets(edition);
  const { id } = tables[edition];
  const cells = new Map(await Promise.all(names.map(async (name) => [name, cellsOf(name, await read(name))] as const)));
  const part = (name: string) => cells.get(`${id}_${name}`)!;

  const sector = part("sector");
  const indicator = part("indicator");
  const flow = part("flow");
  const [n, m, k] = [sector.rows, indicator.rows, flow.rows];
  const [code, name, location] = [sector.text("code"), sector.text("name"), sector.text("location")];
  const [symbol, title, unit, group] = ["code", "name", "unit", "indicator_group"].map((each) => indicator.text(each));
  const [flowable, context, flowUnit] = [flow.text("flowable"), flow.maybeText("context"), flow.text("unit")];
  const matrix = (key: string, rows: number, columns: number, row: string, column: string): CsrMatrix => {
    const table = part(key);
    const all = (of: string) => Float64Array.from({ length: table.rows }, (_, at) => table.number(of)(at));
    return csrFromTriplets(rows, columns, all(row), all(column), all("value"));
  };
  const sectors = ["sector_index_row", "sector_index_col"] as const;
  return {
    name: `USEEIO ${edition}`,
    sectors: Array.from({ length: n }, (_, at) => ({ code: code(at), name: name(at), location: location(at) })),
    indicators: Array.from({ length: m }, (_, at) => ({
      code: symbol!(at),
      name: title!(at),
      unit: unit!(at),
      group: group!(at),
    })),
    flows: Array.from({ length: k }, (_, at) => ({ name: flowable(at), compartment: context(at), unit: flowUnit(at) })),
    A: matrix("a", n, n, ...sectors),
    domesticA: names.includes(`${id}_a_d`) ? matrix("a_d", n, n, ...sectors) : null,
    D: matrix("d", m, n, "indicator_index", "sector_index"),
    N: matrix("n", m, n, "indicator_index", "sector_index"),
    C: matrix("c", m, k, "indicator_index", "flow_index"),
    B: names.includes(`${id}_b`) ? matrix("b", k, n, "flow_index", "sector_index") : null,
    year: part("demand").number("year")(0),
    currency: "USD",
    prices: "producer",
  };
}

/** Position of the sector of a code. Throws LifecycleError. */
export function sectorOf({ sectors }: MonetaryBackground, code: string): number {
  const at = sectors.findIndex((sector) => sector.code === code);
  if (at < 0) throw new LifecycleError("sector", said.noSector({ code }));
  return at;
}
