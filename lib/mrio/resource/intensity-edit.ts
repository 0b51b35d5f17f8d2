import { type Message, messages } from "../../message/message.ts";
import type { LeontiefSystem } from "../../numeric/leontief.ts";
import { transposeDense } from "../../numeric/matrix.ts";
import type { Work } from "../../numeric/work.ts";
import { type Accounts, calcConsumption, calcFlows, calcProduction, calcTrade } from "../accounts.ts";
import { calcS, sumByRegion } from "../coefficients.ts";
import type { InputOutputTable } from "../table.ts";
import { type CachedTable, lazily } from "./cached-table.ts";
import type { IntensityEdit } from "./request.ts";
import { TableRequestError } from "./table-request-error.ts";

const texts = messages("mrio", {
  unknownRegion: {
    en: "The table has no region `{code}`. It has {codes}.",
    zh: "表中没有区域 `{code}`。现有：{codes}。",
  },
  unknownSector: {
    en: "The table has no sector `{code}`. It has {codes}.",
    zh: "表中没有部门 `{code}`。现有：{codes}。",
  },
});

/**
 * A table with edited intensities, based on the table as opened: output and system are those of the base, solved
 * once for all edits. Throws TableRequestError.
 */
export function editedTable(base: CachedTable, edits: readonly IntensityEdit[]): CachedTable {
  const table = editIntensities(base.table, edits);
  if (table === base.table) return base;
  return {
    table,
    system: base.system,
    release: base.release,
    accounts: lazily(async (work) => {
      const solved = await base.accounts(work);
      return accountsWithEmissions(table, solved, await base.system(work), work);
    }),
  };
}

/** The table with an edited satellite account; everything else is shared with the given table. Throws TableRequestError. */
function editIntensities(table: InputOutputTable, edits: readonly IntensityEdit[]): InputOutputTable {
  if (edits.length === 0) return table;
  const F = { ...table.F, data: table.F.data.slice() };
  const N = table.sectors.length;
  for (const { region, sector, factor } of edits) {
    const r = placeOf(region, table.regions, texts.unknownRegion);
    const s = placeOf(sector, table.sectors, texts.unknownSector);
    for (let k = 0; k < F.rows; ++k) {
      for (let i = 0; i < F.columns; ++i) {
        if ((r < 0 || Math.floor(i / N) === r) && (s < 0 || i % N === s)) F.data[k * F.columns + i]! *= factor;
      }
    }
  }
  return { ...table, F };
}

function placeOf(
  code: string | undefined,
  codes: readonly string[],
  unknown: (values: { code: string; codes: readonly string[] }) => Message,
): number {
  if (code === undefined) return -1;
  const at = codes.indexOf(code);
  if (at >= 0) return at;
  throw new TableRequestError(unknown({ code, codes }));
}

/**
 * The accounts of an edited table from those of its base: output by consumer depends on A and Y only, so
 * one transposed solve and the sums are sufficient.
 */
async function accountsWithEmissions(
  table: InputOutputTable,
  solved: Accounts,
  system: LeontiefSystem,
  work: Work,
): Promise<Accounts> {
  const N = table.sectors.length;
  const R = table.regions.length;
  const S = calcS(table.F, table.x);
  const multipliers = await system.solveTransposed(transposeDense(S), work);
  const flows = calcFlows(S, solved.xByConsumer, N);
  const household = sumByRegion(table.FY, table.yRegions, R);
  return {
    ...solved,
    S,
    M: transposeDense(multipliers.x),
    flows,
    ...calcTrade(flows),
    D_pba: calcProduction(table.F, household, N),
    D_cba: calcConsumption(flows, household),
    residual: Math.max(solved.residual, multipliers.residual),
  };
}
