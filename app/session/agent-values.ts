import { prefixOf, REQUEST } from "../../kernel/dialogue/graph/cell-names.ts";
import { agentAttribute } from "../../kernel/dialogue/graph/notebook-record.ts";
import type { Cell } from "../../kernel/document/notebook.ts";
import type { CellReport } from "../../kernel/sandbox/protocol.ts";
import { openCellData } from "../../kernel/services/cell-data.ts";
import type { CallResult } from "../../lib/dialogue/host.ts";
import { resourceKinds } from "../../lib/handles.ts";

/** The part of an open notebook from which values are read. */
export interface ReportedNotebook {
  readonly cells: readonly Pick<Cell, "id" | "attributes">[];
  readonly reports: ReadonlyMap<number, Pick<CellReport, "state" | "edited">>;
  /** The values of names as data; a name without a value has none. */
  valuesOf(names: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

/** The values of the cells of agents, each with the run from which it is. */
export class AgentValues {
  readonly #notebook: ReportedNotebook;
  readonly #known = new Map<string, { readonly run: string; readonly value: CallResult }>();

  constructor(notebook: ReportedNotebook) {
    this.#notebook = notebook;
  }

  /** Reads the values of cells that have run since they were last read. */
  async read(): Promise<void> {
    const runs = this.#runs();
    const wanted = [...runs].filter(([name, run]) => this.#known.get(name)?.run !== run).map(([name]) => name);
    if (wanted.length === 0) return;
    // A frame that is rebuilt meanwhile, or that answers with what is no data, has no values now.
    const values = await this.#notebook.valuesOf(wanted).catch(() => new Map<string, unknown>());
    for (const [name, data] of values)
      this.#known.set(name, {
        run: runs.get(name) ?? "",
        value: { result: openCellData(data, resourceKinds), sources: [] },
      });
  }

  /** The value of a name; undefined if its cell has none now, or has run again since it was read. */
  of(name: string): CallResult | undefined {
    const known = this.#known.get(name);
    return known && known.run === this.#runs().get(name) ? known.value : undefined;
  }

  /** The names of agents' cells whose values belong to their code, with what tells their last run from others. */
  #runs(): Map<string, string> {
    const runs = new Map<string, string>();
    for (const { id, attributes } of this.#notebook.cells) {
      const name = nameOf(attributes);
      const report = this.#notebook.reports.get(id);
      if (name === null || report?.state.status !== "fresh" || report.edited) continue;
      runs.set(name, `${id} ${report.state.runs} ${report.state.startedAt ?? 0}`);
    }
    return runs;
  }
}

/** The name that a cell of an agent defines and from which the agent reads; null for its other cells. */
function nameOf({ [agentAttribute]: instance, "data-step": step, "data-part": part }: Cell["attributes"]) {
  if (instance === undefined) return null;
  if (step !== undefined) return prefixOf(instance) + step;
  return part === REQUEST ? prefixOf(instance) + REQUEST : null;
}
