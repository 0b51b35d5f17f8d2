import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import type { Session } from "../../session/contract.ts";
import type { ChartChoice } from "./chart-choice.ts";
import { loadRows, type OfferedRows, offeredRows, rowsOfCell } from "./chart-rows.ts";
import type { ChartSources } from "./chart-sources.ts";
import type { ChartTarget } from "./chart-target.ts";
import { chartTexts } from "./chart-texts.ts";
import { readChartCell } from "./read-chart-cell.ts";
import { readRowCell } from "./read-row-cell.ts";
import { firstRowChoice, type RowChoice, rowFormsOf, settledRows } from "./row-choice.ts";
import type { RowSource, RowTable } from "./row-table.ts";
import { firstChoice } from "./settled-choice.ts";

/** With what the dialog opens: a dataset, a cell, or neither. */
export interface ChartRequest {
  readonly dataset?: string | undefined;
  readonly cell: number | null;
}

/** The chart with which the dialog begins. */
export type FirstChart =
  /** @property isOwn whether it was chosen by the person */
  | { readonly of: "dataset"; readonly choice: ChartChoice; readonly isOwn: boolean }
  | { readonly of: "rows"; readonly choice: RowChoice; readonly table: RowTable }
  | { readonly of: "nothing" };

/** What the dialog shows first. */
export interface ChartOpening {
  readonly target: ChartTarget | null;
  readonly chart: FirstChart;
  readonly problem: Sentence | null;
}

/** The dataset of a chart that was asked for without one. */
const USUAL_DATASET = "carbon_budget_countries";

/** Takes the choice over from a cell that is a chart, or begins one: of the dataset, of the cell's table, or of what is usual. */
export async function openingOf(
  sources: ChartSources,
  session: Session,
  { dataset, cell }: ChartRequest,
): Promise<ChartOpening> {
  const source = dataset === undefined ? session.cells.find(({ id }) => id === cell)?.source : undefined;
  const read = source === undefined || cell === null ? null : await readCell(sources, session, cell, source);
  if (read) return read;
  const target: ChartTarget | null = cell === null ? null : { cell, is: "other" };
  const rows =
    dataset === undefined
      ? rowsOfCell(session, cell)
      : offeredRows(session).find((each) => each.source.is === "own" && each.source.name === dataset);
  const first = rows && (await firstOfRows(session, sources, rows));
  if (first?.problem === null) return { ...first, target };
  const problem = first?.problem ?? null;
  const table = sources.tables.get(dataset ?? USUAL_DATASET) ?? [...sources.tables.values()][0];
  if (!table) return { target, chart: { of: "nothing" }, problem: problem ?? chartTexts.noTables() };
  return { target, chart: { of: "dataset", choice: firstChoice(table), isOwn: false }, problem };
}

/** The first chart of a table of the notebook; of nothing, and why, if there is none. */
export async function firstOfRows(
  session: Session,
  sources: ChartSources,
  offered: OfferedRows,
): Promise<Omit<ChartOpening, "target">> {
  try {
    const table = await loadRows(session, sources, offered);
    if (table && rowFormsOf(table).length > 0)
      return { chart: { of: "rows", table, choice: firstRowChoice(table) }, problem: null };
    return { chart: { of: "nothing" }, problem: chartTexts.noNumbers({ table: offered.title }) };
  } catch (error) {
    return { chart: { of: "nothing" }, problem: chartTexts.failed({ reason: messageOf(error) }) };
  }
}

async function readCell(
  sources: ChartSources,
  session: Session,
  cell: number,
  source: string,
): Promise<ChartOpening | null> {
  const ofRows = readRowCell(source);
  const offered = ofRows && offeredRows(session).find((each) => isSame(each.source, ofRows.choice.source));
  const table = offered ? await loadRows(session, sources, offered).catch(() => null) : null;
  if (ofRows && table) {
    const target = { cell, is: ofRows.isOwn(table) ? ("own" as const) : ("changed" as const) };
    return { target, chart: { of: "rows", table, choice: settledRows(ofRows.choice, table) }, problem: null };
  }
  const read = readChartCell(source, (name) => sources.tables.get(name) ?? null);
  if (read.kind === "other") return null;
  return {
    target: { cell, is: read.kind },
    chart: { of: "dataset", choice: read.choice, isOwn: true },
    problem: null,
  };
}

function isSame(a: RowSource, b: RowSource): boolean {
  return a.is === b.is && a.name === b.name;
}
