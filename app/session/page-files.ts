/**
 * The addresses, relative to the page, of what it fetches besides its modules. The build (`cli/serve/page-files.ts`) puts others in
 * their place, which name the content by its hash, so that a browser may keep it for good.
 */
export const pageFiles = {
  /** The program of a notebook's frame. */
  frame: "frame.js",
  /** The program of the frame's workers that make the draws of ±. */
  draws: "draws.js",
  /** The program of the charts by name. */
  charts: "charts.js",
  /** Graphviz. */
  graphviz: "graphviz.js",
  /** SQLite. */
  sqlite: "sqlite.js",
  /** The dialogue, for cells that ask. */
  dialogue: "dialogue.js",
  /** The search in long lists of choices. */
  search: "search.js",
  /** The forms by name. */
  forms: "forms.js",
  sheets: "sheets.js",
  /** The declarations for the language service. */
  declarations: "typing/declarations.json",
  /** The worker's script and the WebAssembly module of the database. */
  databaseWorker: "duckdb/eh.worker.js",
  databaseModule: "duckdb/eh.wasm",
};
