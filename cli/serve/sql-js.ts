import type { Plugin } from "vite";

/**
 * sql.js asks for modules of Node where it runs in Node: in programs for browsers they are empty, without a word about it for each
 * build.
 */
export function sqlJs(): Plugin {
  return {
    name: "yuheng:sql-js",
    enforce: "pre",
    resolveId: (id, importer) => (id.startsWith("node:") && importer?.includes("/sql.js/") ? EMPTY : null),
    load: (id) => (id === EMPTY ? "export default {};" : null),
  };
}

const EMPTY = "\0yuheng:no-module-of-node";
