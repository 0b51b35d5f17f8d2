/** Imports run downhill only: app, cli → kernel → lib; lib/numeric and lib/quantity are the ground. */
module.exports = {
  forbidden: [
    {
      name: "lib-imports-nothing-above",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(kernel|app|cli|test|datasets|notebooks)/" },
    },
    { name: "kernel-imports-no-app", severity: "error", from: { path: "^kernel/" }, to: { path: "^(app|cli|test)/" } },
    { name: "app-and-cli-are-apart", severity: "error", from: { path: "^app/" }, to: { path: "^(cli|test)/" } },
    {
      name: "numeric-and-quantity-are-the-ground",
      severity: "error",
      from: { path: "^lib/(numeric|quantity)/" },
      to: { path: "^lib/(?!numeric/|quantity/|message/)" },
    },
    {
      name: "messages-lie-below-everything",
      severity: "error",
      from: { path: "^lib/message/" },
      to: { path: "^lib/(?!message/)" },
    },
    {
      name: "lib-is-pure",
      comment: "No DOM, no DuckDB, no worker, no file system below lib.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "(duckdb|comlink|^node:|^fs$|observablehq|^node_modules/lit)" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-rooms-without-a-noun",
      severity: "error",
      from: {},
      to: { path: "/(utils?|helpers?|common|misc)(/|\\.)", pathNot: "node_modules" },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API yet; swc reads the imports.
    parser: "swc",
    // Declarations hold no code; swc refuses some of them.
    exclude: { path: "\\.d\\.ts$" },
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "browser", "default"] },
  },
};
