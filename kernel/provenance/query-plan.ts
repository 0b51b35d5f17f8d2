/** A step of a plan as `EXPLAIN (FORMAT JSON)` writes it. */
export interface PlanNode {
  readonly name: string;
  readonly children?: readonly PlanNode[];
  readonly extra_info?: Readonly<Record<string, string | readonly string[]>>;
}

/** A table that a plan reads, and what every row that it takes must fulfil, as the plan writes it. */
export interface TableScan {
  readonly table: string;
  readonly terms: readonly string[];
}

export interface PlanScans {
  /** Each table with each set of conditions once, in the order of the plan. */
  readonly scans: readonly TableScan[];
  /** Whether joins, limits, or conditions on what was computed may leave fewer rows than the scans take. */
  readonly narrowed: boolean;
}

/** What is done between a table and a result that leaves its rows as they are: they are counted, summed, sorted, named. */
const KEEPS =
  /^(PROJECTION|.*GROUP_BY|.*AGGREGATE|ORDER_BY|WINDOW|STREAMING_WINDOW|UNION|CTE|CTE_SCAN|RESULT_COLLECTOR|EXPLAIN)$/;

/** What a scan says of itself that leaves its rows as the conditions have them. */
const TELLS = new Set(["Table", "Type", "Projections", "Filters", "Dynamic Filters", "Estimated Cardinality"]);

/**
 * The tables of a plan. A condition is a table's own where it stands in its scan, or in a filter right above it; the plan's
 * `optional:` terms are hints by which blocks are skipped, and say nothing that does not stand elsewhere.
 */
export function scansOf(plan: readonly PlanNode[]): PlanScans {
  const scans = new Map<string, TableScan>();
  let narrowed = false;
  const walk = (node: PlanNode, above: readonly string[]) => {
    const name = node.name.trim();
    const children = node.children ?? [];
    if (isScan(name)) {
      const own = listOf(node.extra_info?.Filters).filter((term) => !term.startsWith("optional:"));
      const scan = { table: tableOf(node), terms: [...new Set([...own, ...above])] };
      scans.set(keyOf(scan), scan);
      // A sample is taken within the scan.
      if (Object.keys(node.extra_info ?? {}).some((key) => !TELLS.has(key))) narrowed = true;
      return;
    }
    const isOwn =
      name === "FILTER" && children.length === 1 && /^(FILTER|SEQ_SCAN|TABLE_SCAN)$/.test(children[0]!.name.trim());
    if (!isOwn && !KEEPS.test(name)) narrowed = true;
    const terms = isOwn ? [...above, ...listOf(node.extra_info?.Expression)] : [];
    for (const child of fetchesAgain(node) ? children.slice(1) : children) walk(child, terms);
  };
  for (const node of plan) walk(node, []);
  return { scans: [...scans.values()], narrowed };
}

/**
 * Whether a join only fetches the other columns of rows that its second side has chosen of the same table: so the database
 * sorts a few columns for a limit and looks up the rest by the number of the row.
 */
function fetchesAgain({ children = [], extra_info: info = {} }: PlanNode): boolean {
  const [again, chosen] = children;
  if (!again || !chosen || !isScan(again.name.trim())) return false;
  if (info["Join Type"] !== "SEMI" || info.Conditions !== "rowid = rowid") return false;
  return scansOf([chosen]).scans.every(({ table }) => table === tableOf(again));
}

/** A scan by its table and conditions, in whatever order these stand. */
export function keyOf({ table, terms }: TableScan): string {
  return JSON.stringify([table, ...[...terms].sort()]);
}

function isScan(name: string): boolean {
  return name === "SEQ_SCAN" || name === "TABLE_SCAN";
}

/** Plans name a table by itself, or with database and schema before it. */
function tableOf(node: PlanNode): string {
  return listOf(node.extra_info?.Table)
    .join("")
    .replace(/^memory\.main\./, "");
}

function listOf(entry: string | readonly string[] | undefined): readonly string[] {
  return typeof entry === "string" ? [entry] : (entry ?? []);
}
