/** Where prose in the sources is not for readers of the page. Paths from the root; a folder ends in a slash. */
export const leftOut: readonly { readonly path: string; readonly reason: string }[] = [
  { path: "lib/inventory/equations/", reason: "data that carry both languages" },
  // Code that is written or read, not said.
  { path: "kernel/compile/names.ts", reason: "lists of names" },
  { path: "kernel/cell/binding-name.ts", reason: "lists of names" },
  { path: "kernel/cell/names/", reason: "declarations for the language service" },
  { path: "kernel/document/exchange/module.ts", reason: "the code of an exported module" },
  { path: "kernel/document/exchange/markdown.ts", reason: "the head of an exported file" },
  { path: "kernel/document/patch/write-patch.ts", reason: "the text of a patch" },
  { path: "kernel/sandbox/frame-document.ts", reason: "the frame's policy and bootstrap" },
  { path: "kernel/sandbox/schema/", reason: "said to whoever took a frame's port" },
  { path: "kernel/boundary/", reason: "said to whoever took a port" },
  { path: "kernel/markup/", reason: "names of elements, attributes and styles" },
  { path: "app/live/saved-file.ts", reason: "endings of files" },
  { path: "kernel/provenance/prov.ts", reason: "a record that is written into a file" },
  { path: "kernel/stdlib/chance.ts", reason: "the frame's bootstrap" },
  { path: "app/frame/table/grid.ts", reason: "classes of style" },
  { path: "app/frame/published-outputs.ts", reason: "selectors" },
  { path: "app/reader/page-elements.ts", reason: "selectors" },
  { path: "app/reader/main-single.ts", reason: "a worker's code" },
  { path: "kernel/values/canonical-node.ts", reason: "names of attributes" },
  { path: "app/typing/cell-module.ts", reason: "declarations for the language service" },
  { path: "app/typing/dataset-declarations.ts", reason: "declarations for the language service" },
  { path: "app/typing/name-declarations.ts", reason: "declarations for the language service" },
  { path: "app/typing/notebook-module.ts", reason: "declarations for the language service" },
  { path: "app/typing/tool-declarations.ts", reason: "declarations for the language service" },
  { path: "lib/quantity/unit-table.ts", reason: "symbols of units" },
  { path: "lib/uncertainty/sampling/sobol-directions.ts", reason: "numbers packed into texts" },
  // Names as their publishers write them.
  ...["former-countries", "industries", "ipcc-energy", "ipcc-ippu", "ipcc-land-and-waste", "nace-to-wiod"].map(
    (file) => ({
      path: `lib/classification/${file}.ts`,
      reason: "names of categories, industries and countries",
    }),
  ),
  { path: "lib/natural/biomes.ts", reason: "names of biomes, and their source" },
  { path: "lib/natural/literature-ranges.ts", reason: "columns of a table of the literature, shown as data" },
  // Of runs without a page: the terminal shows them.
  { path: "kernel/headless/", reason: "the terminal alone" },
  { path: "kernel/values/table-difference.ts", reason: "the terminal alone" },
  { path: "kernel/output/table/plain.ts", reason: "classes of style" },
  // Of the server's own start: the terminal shows them, not the page.
  { path: "cli/serve/duckdb.ts", reason: "types of files" },
  { path: "cli/serve/static-files.ts", reason: "a header" },
  { path: "kernel/services/small-query/selection.ts", reason: "words of SQL" },
  { path: "cli/serve/node-thread-team.ts", reason: "a worker's code" },
  { path: "kernel/lesson/pack.ts", reason: "the terminal alone" },
  { path: "cli/serve/wasm.ts", reason: "the terminal alone" },
];

/** Texts that look like prose and are none: tokens between programs, code, names of data. */
export const noSentences: readonly { readonly text: RegExp; readonly reason: string }[] = [
  {
    text: /^\s*(?:\/\/|Record<|<|\(|\{(?!\w+\})|(?:export|const|throw new|await|import|function|class|select)\b|(?:exercise|truncated|sample)\()/,
    reason: "code or markup",
  },
  {
    text: /^(?:allow-scripts|noopener|script, |cm-|svg |local |typing-tip|link |text\/|application\/)/,
    reason: "attributes",
  },
  { text: /^return \(|^self\.name|^\s*\{trustAll\}/, reason: "code" },
  {
    text: /^\s*(?:SELECT '|SELECT (?:function_name|system\.main)|ATTACH |CREATE SCHEMA )/,
    reason: "statements of SQL",
  },
  { text: /^(?:insert update|create alter|table view|attach detach|begin start) [a-z_ ]+$/, reason: "words of SQL" },
  { text: /^thead th:|^input, select, textarea, /, reason: "a selector" },
  { text: /^\{mantissa\} \\times /, reason: "TeX" },
  { text: /^(?:cell|mine|theirs|source|value|attribute|notebook|view|yuheng-\w+) (?:\{\w+\} ?)+$/, reason: "keys" },
  { text: /^(?:million|thousand) (?:USD|EUR|persons|hours)$/, reason: "units of data" },
  {
    text: /^(?:Emission-relevant|Gross) energy \{\w+\}$|^Value added and final demand\.csv$/,
    reason: "names of stressors and of a file, as data",
  },
  { text: /^\{\w+\} (?:of|and|to the \{by\} of) \{\w+\}$/, reason: "names, told together" },
  { text: /^(?:an? )?(?:\{above\}|a number)(?: per \{below\})?$/, reason: "dimensions, told by their parts" },
  { text: /^IPCC (?:SAR|AR\d) |^by definition$/, reason: "sources of the metrics" },
  {
    text: /^(?:openclimatedata\/|the chapter authors' file: |US EPA LCIAformatter|GHG Protocol, Global|(?:one|two) public cop)/,
    reason: "where metrics were read",
  },
  { text: /^(?:FIGARO|WASM) /, reason: "names of tables and of kernels" },
  { text: /^block-Jacobi GMRES$/, reason: "the name of a method" },
  {
    text: /^(?:zero output|(?:un|mis)\w+ row|negative (?:output|final demand)|coefficients above one|jump between years)$/,
    reason: "kinds of notes",
  },
  {
    text: /^(?:no such (?:cell|neighbour)|id taken|not an attribute|not a name|outside of the source|nothing to \{\w+\})$/,
    reason: "codes of refusals",
  },
  {
    text: /^(?:doubly escaped|await using|tex tex-block|list of \\{count\\}|all orders|polar mean|demand per head)$/,
    reason: "tokens of a program",
  },
  {
    text: /^(?:net transfer|resident transport|land-use change|managed land(?:, indirect)?|land sink|ocean sink|exported goods|95 % interval of what was drawn)$/,
    reason: "categories and bounds of accounts, as data",
  },
  { text: /^JRC[ ,]/, reason: "names of sources" },
  {
    text: /^(?:(?:nitric|adipic) acid|(?:forest|other) land|dead organic matter)$/,
    reason: "products, lands and pools, as data",
  },
  {
    text: /^(?:organic (?:growth|decline)|(?:operational|financial) control|equity share|leased (?:in|out)|(?:stationary|mobile) combustion|outside of scopes|grid average|residual mix|(?:in)?direct use-phase)$/,
    reason: "kinds and methods of the GHG Protocol, as a company writes them into its tables",
  },
  { text: /^dataset \w+: /, reason: "names of sources" },
  { text: /^rows of \{entity\}$/, reason: "a field of the input" },
  { text: /^two-piece (?:log)?normal$/, reason: "kinds of distributions, as data" },
  { text: /^final demand(?: \{\w+\})?$/, reason: "names of data" },
  { text: /^(?:require DOM Files|EXIOBASE 3 \()/, reason: "names of a library, of databases" },
  { text: /^\*This cell of Observable's older/, reason: "becomes the text of a cell" },
  { text: /^(?:unknown name|Other sectors|The air emission accounts)$/, reason: "names, told apart" },
  {
    text: /^(?:Household final|Non-profit inst|Government final|Gross fixed|Changes in inv|Acquisitions less)/,
    reason: "categories of final demand, as the publisher calls them",
  },
  { text: /doi:10\./, reason: "citations" },
  { text: /^(?:[A-Z]\w* et al\.|IPCC 20\d\d |Global Carbon Budget)/, reason: "citations" },
  { text: /^The language service could not answer\.$/, reason: "the console alone" },
  { text: /^\{entry\}: not in the catalogue$/, reason: "a citation that belongs to the notebook" },
  { text: /^[A-Z]_[A-Z]+ (?:=|\+) /, reason: "identities in symbols" },
  {
    text: /^(?:1 sigma of|range of|sum of the ranges|none given|assumed ±|the \w+(?: and fluxes)? given)/,
    reason: "what the ends of a range are, and where a value is from: columns of data",
  },
  {
    text: /^(?:drained|rewetted|peat extraction|savanna|agricultural residues|tropical forest|extratropical forest)\b/,
    reason: "names of lands that the caller chooses by",
  },
  {
    text: /^(?:ocean model|observation product|vegetation model|bookkeeping model|fossil only|no land|managed-land proxy|at once|(?:natural|anthropogenic) source)$/,
    reason: "kinds of rows",
  },
  {
    text: /^(?:Total |Other natural|Agriculture and|Fossil fuels|Biomass|Biofuel|Enteric|Landfills|Rice|Soil uptake|Atmospheric growth)/,
    reason: "categories of the methane budget, as its publisher calls them",
  },
  { text: /^(?:N2O of \{product\}|CH4 of all \{source\} sources)$/, reason: "titles, told by each product and source" },
  { text: /^list of \{count\}$/, reason: "within the JSON of an input" },
  { text: /^(?:footprint|group) \{\w+\}$|^\{\w+\} \(second sample\)$/, reason: "names of streams of chance" },
  {
    text: /^(?:activity|factor) of \{\w+\}(?: \(\{\w+\}\))?$|^\{of\}, base year$|^no uncertainty$|^mean or median$|^none named$/,
    reason: "names of variables, told within sentences",
  },
  { text: /^expected one of \{types\}$/, reason: "what a field should be, told with its name" },
  { text: /^V[1-5] Eq /, reason: "the number of an equation" },
  { text: /^(?:kg|kt|[GMT]t|[GT]g|t) (?:\{\w+\}|[CN])(?: \{\w+\})?(?:\/\w+)*(?: NCV)?$/, reason: "units" },
  {
    text: /^(?:boreal temperate|tropical|food|sewage|garden|paper|wood|industrial) (?:dry|wet|moist wet|sewage sludge|sludge|other putrescible|textiles|straw|default)$/,
    reason: "keys of the defaults of waste",
  },
  { text: /^(?:shipped|own) factors$/, reason: "told with what follows" },
  { text: /^, … \(\{count\} in all\)$/, reason: "the end of a list of names" },
  {
    text: /^(?:European Union,? of|European Union, by|Parties in Annex|Organi[sz]ation|Group of|Association of)/,
    reason: "titles of groups of countries",
  },
  { text: /^Unterminated (?:interpolation|template)$/, reason: "what the parser says, told apart" },
];
