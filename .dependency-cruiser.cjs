const { rules: floors } = require("./.floors.cjs");

/**
 * Imports run downhill only: app, cli → kernel → lib. Within lib: numeric, quantity and message are the ground; tool is how a
 * tool is declared; uncertainty is generic; the domains stand above them, each apart from the others. A rule that is broken by
 * a type alone is broken.
 */
module.exports = {
  forbidden: [
    {
      name: "lib-imports-nothing-above",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(kernel|app|cli|test|datasets|notebooks)/" },
    },
    { name: "kernel-imports-no-app", severity: "error", from: { path: "^kernel/" }, to: { path: "^(app|cli|test)/" } },
    { name: "app-imports-no-cli", severity: "error", from: { path: "^app/" }, to: { path: "^(cli|test)/" } },
    {
      name: "cli-imports-no-app",
      comment: "Except for the shape of the one file that the server writes for the page's language service.",
      severity: "error",
      from: { path: "^cli/" },
      to: { path: "^(app|test)/", pathNot: "^app/typing/declarations\\.ts$" },
    },
    {
      name: "numeric-and-quantity-are-the-ground",
      comment: "The tools on quantities are declared as all tools are.",
      severity: "error",
      from: { path: "^lib/(numeric|quantity)/", pathNot: "^lib/quantity/tools[./]" },
      to: { path: "^lib/(?!numeric/|quantity/|message/)" },
    },
    {
      name: "messages-lie-below-everything",
      severity: "error",
      from: { path: "^lib/message/" },
      to: { path: "^lib/(?!message/)" },
    },
    {
      name: "tool-knows-no-domain",
      severity: "error",
      from: { path: "^lib/tool/" },
      to: { path: "^lib/(?!tool/|numeric/|quantity/|message/)" },
    },
    {
      name: "uncertainty-knows-no-domain",
      severity: "error",
      from: { path: "^lib/uncertainty/" },
      to: { path: "^lib/(?!uncertainty/|tool/|numeric/|quantity/|message/)" },
    },
    {
      name: "optimization-knows-no-domain",
      severity: "error",
      from: { path: "^lib/optimization/" },
      to: { path: "^lib/(?!optimization/|tool/|numeric/|quantity/|message/)" },
    },
    {
      name: "industry-and-border-stand-on-domains",
      comment:
        "Plants stand on inventories, companies and life cycles; what crosses the border on plants. No other domain knows them.",
      severity: "error",
      from: {
        path: "^lib/",
        pathNot: "^lib/(industry/|border/|exchange/|dialogue/|agents/|(load-)?tools\\.ts$)",
      },
      to: { path: "^lib/(industry|border)/" },
    },
    {
      name: "industry-knows-no-border",
      severity: "error",
      from: { path: "^lib/industry/" },
      to: { path: "^lib/(border|mrio|natural|panorama)/" },
    },
    {
      name: "domains-are-apart",
      comment: "Companies stand on inventories; panorama stands on all domains.",
      severity: "error",
      from: {
        path: "^lib/(inventory|mrio|lifecycle|natural|classification|factors)/",
        pathNot: "^lib/lifecycle/hybrid/",
      },
      to: { path: "^lib/(inventory|company|mrio|lifecycle|natural|panorama)/", pathNot: "^lib/$1/" },
    },
    {
      name: "hybrid-analysis-knows-input-output-tables",
      comment: "A multi-regional table is a background of a product system; of other domains it knows none.",
      severity: "error",
      from: { path: "^lib/lifecycle/hybrid/" },
      to: { path: "^lib/(inventory|company|natural|panorama)/" },
    },
    {
      name: "companies-stand-on-inventories-alone",
      severity: "error",
      from: { path: "^lib/company/" },
      to: { path: "^lib/(mrio|lifecycle|natural|panorama)/" },
    },
    {
      name: "exchange-is-imported-by-no-domain",
      comment: "The lists of tools know it.",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/(exchange/|(load-)?tools\\.ts$)" },
      to: { path: "^lib/exchange/" },
    },
    {
      name: "indicators-stand-on-panorama",
      comment: "They read its accounts; nothing but the lists of tools knows them.",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/(indicators/|(load-)?tools\\.ts$)" },
      to: { path: "^lib/indicators/" },
    },
    {
      name: "dialogue-stands-on-domains",
      comment: "It puts words to what the domains offer; none of them knows that it is asked for in words.",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/(dialogue|agents)/" },
      to: { path: "^lib/(dialogue|agents)/" },
    },
    {
      name: "dialogue-knows-no-agents",
      comment: "It asks for one by its name.",
      severity: "error",
      from: { path: "^lib/dialogue/" },
      to: { path: "^lib/agents/" },
    },
    {
      name: "functions-know-no-tools",
      comment: "A tool is declared from functions, never the other way round.",
      severity: "error",
      from: { path: "^lib/[^/]+/", pathNot: "^lib/[^/]+/tools[./]" },
      to: { path: "^lib/([^/]+/tools[./]|tools\\.ts$|index\\.ts$)" },
    },
    {
      name: "lib-is-pure",
      comment: "No DOM, no DuckDB, no worker, no file system below lib.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "(duckdb|comlink|^node:|^fs$|observablehq|^node_modules/lit)" },
    },
    {
      name: "files-know-no-notebook",
      comment: "Bytes become tables: of the library they know messages, numbers and units.",
      severity: "error",
      from: { path: "^lib/files/" },
      to: { path: "^lib/(?!files/|message/|numeric/|quantity/)" },
    },
    ...floors,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-folder-without-a-noun",
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
