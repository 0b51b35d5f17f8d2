/** A chain from a root to its end, with the value at its end. */
export interface Chain {
  readonly path: readonly string[];
  readonly value: number;
}

/** A node of the tree of chains, one row each, in the order in which they are drawn. */
export interface PathRow {
  readonly name: string;
  readonly depth: number;
  /** The row of its parent; -1 for the root. */
  readonly parent: number;
  /** The value of the chain that ends here; 0 if none of the given does. */
  readonly value: number;
  /** The sum of the chains that end here or go on from here. */
  readonly through: number;
  readonly path: readonly string[];
}

interface Branch {
  readonly name: string;
  readonly children: Map<string, Branch>;
  value: number;
  through: number;
}

/** The tree of chains that begin with the same names, as rows: a parent before its children, the largest child first. */
export function pathTree(chains: readonly Chain[]): PathRow[] {
  const top: Branch = { name: "", children: new Map(), value: 0, through: 0 };
  for (const { path, value } of chains) {
    let at = top;
    for (const name of path) {
      const next: Branch = at.children.get(name) ?? { name, children: new Map(), value: 0, through: 0 };
      at.children.set(name, next);
      next.through += value;
      at = next;
    }
    if (path.length > 0) at.value += value;
  }
  const rows: PathRow[] = [];
  const visit = ({ children }: Branch, depth: number, parent: number, before: readonly string[]) => {
    const sorted = [...children.values()].sort((a, b) => Math.abs(b.through) - Math.abs(a.through));
    for (const branch of sorted) {
      const path = [...before, branch.name];
      const row = rows.push({ ...branch, depth, parent, path }) - 1;
      visit(branch, depth + 1, row, path);
    }
  };
  visit(top, 0, -1, []);
  return rows.map(({ name, depth, parent, value, through, path }) => ({ name, depth, parent, value, through, path }));
}
