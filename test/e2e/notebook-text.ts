/** The types that kinds of cells have in a file; other kinds are their own type. */
const types: Readonly<Record<string, string>> = {
  js: "module",
  ts: "text/x-typescript",
  md: "text/markdown",
  sql: "application/sql",
  html: "text/html",
  tex: "application/x-tex",
  dot: "text/vnd.graphviz",
  ojs: "application/vnd.observable.javascript",
  node: "application/vnd.node.javascript",
  python: "text/x-python",
  r: "text/x-r",
};

/** A cell of a test notebook: its kind and source, or JavaScript where only a source is given. */
export type TestCell = string | { kind: string; source: string; attributes?: string };

/** A notebook file with these cells, their code open. */
export function notebookText(title: string, cells: readonly TestCell[]): string {
  const scripts = cells.map((cell, i) => {
    const { kind, source, attributes = "" } = typeof cell === "string" ? { kind: "js", source: cell } : cell;
    return `  <script id="${i + 1}" type="${types[kind] ?? kind}" pinned=""${attributes && ` ${attributes}`}>\n${source
      .split("\n")
      .map((line) => `    ${line}`)
      .join("\n")}\n  </script>`;
  });
  return `<!doctype html>\n<notebook>\n  <title>${title}</title>\n${scripts.join("\n")}\n</notebook>\n`;
}
