/** A node of a plan in the output of `EXPLAIN (FORMAT JSON)`. */
export interface PlanNode {
  readonly name: string;
  readonly children?: readonly PlanNode[];
  readonly extra_info?: Readonly<Record<string, string | readonly string[]>>;
}

/** A table that a plan reads, and the conditions of the scanned rows, as written in the plan. */
export interface TableScan {
  readonly table: string;
  readonly terms: readonly string[];
}

export interface PlanScans {
  /** The distinct pairs of table and conditions, in the order of the plan. */
  readonly scans: readonly TableScan[];
  /** Whether joins, limits, or conditions on computed values may leave fewer rows than were scanned. */
  readonly narrowed: boolean;
}

/** Operators that use all rows: they count, sum, sort or rename. */
const ROW_PRESERVING =
  /^(PROJECTION|.*GROUP_BY|.*AGGREGATE|ORDER_BY|WINDOW|STREAMING_WINDOW|UNION|CTE|CTE_SCAN|RESULT_COLLECTOR|EXPLAIN)$/;

/** Fields of a scan that do not restrict its rows further. */
const NEUTRAL_FIELDS = new Set(["Table", "Type", "Projections", "Filters", "Dynamic Filters", "Estimated Cardinality"]);

/**
 * The tables of a plan. A condition belongs to a table if it is in its scan, or in a filter directly above it; the plan's
 * `optional:` terms are hints for skipping blocks, and repeat conditions that are also elsewhere.
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
      // For example, a sample is taken within the scan.
      if (Object.keys(node.extra_info ?? {}).some((key) => !NEUTRAL_FIELDS.has(key))) narrowed = true;
      return;
    }
    const isOwn =
      name === "FILTER" && children.length === 1 && /^(FILTER|SEQ_SCAN|TABLE_SCAN)$/.test(children[0]!.name.trim());
    if (!isOwn && !ROW_PRESERVING.test(name)) narrowed = true;
    const terms = isOwn ? [...above, ...listOf(node.extra_info?.Expression)] : [];
    for (const child of isLateMaterialization(node) ? children.slice(1) : children) walk(child, terms);
  };
  for (const node of plan) walk(node, []);
  return { scans: [...scans.values()], narrowed };
}

/**
 * Whether a join only fetches the remaining columns of rows that its second side has selected from the same table (late
 * materialization): for a limit, the database sorts a few columns and fetches the others by row id.
 */
function isLateMaterialization({ children = [], extra_info: info = {} }: PlanNode): boolean {
  const [again, chosen] = children;
  if (!again || !chosen || !isScan(again.name.trim())) return false;
  if (info["Join Type"] !== "SEMI" || info.Conditions !== "rowid = rowid") return false;
  return scansOf([chosen]).scans.every(({ table }) => table === tableOf(again));
}

/** The key of a scan: its table and conditions, in any order. */
export function keyOf({ table, terms }: TableScan): string {
  return JSON.stringify([table, ...[...terms].sort()]);
}

function isScan(name: string): boolean {
  return name === "SEQ_SCAN" || name === "TABLE_SCAN";
}

/** Plans name a table with or without database and schema. */
function tableOf(node: PlanNode): string {
  return listOf(node.extra_info?.Table)
    .join("")
    .replace(/^memory\.main\./, "");
}

function listOf(entry: string | readonly string[] | undefined): readonly string[] {
  return typeof entry === "string" ? [entry] : (entry ?? []);
}
