/**
 * The floors of `kernel`, `app` and `cli`, from the ground up; the programs at the top of `app` and `cli` stand above them all. A folder
 * imports only from floors below its own; those of one floor are apart from each other. `.dependency-cruiser.cjs` makes its rules of this
 * list, and ARCHITECTURE.md says it for readers.
 */
const floors = {
  kernel: [
    ["values", "random", "markup", "graphviz"],
    ["boundary", "cell", "runtime", "sqlite"],
    ["assertion", "compile", "workers"],
    ["document", "services", "table-file"],
    ["attachment", "dialogue", "integrity", "lesson", "provenance"],
    ["module", "output"],
    ["charts", "forms"],
    ["stdlib"],
    ["montecarlo"],
    ["proposals", "sandbox"],
    ["check", "notebook"],
    ["headless"],
  ],
  app: [
    ["design", "embed", "files", "language"],
    ["lesson", "live", "preferences", "typing"],
    ["session"],
    ["actions"],
    ["frame", "stage"],
    ["print"],
    ["reader", "workbench"],
  ],
  cli: [
    ["datasets", "declarations", "input", "installation", "terminal"],
    ["json", "results"],
    ["new", "serve"],
    ["account", "add", "ask", "command-line", "headless", "library"],
    ["completion", "run"],
    ["api", "build", "diff"],
    ["check"],
    ["mcp", "package"],
    ["commands"],
  ],
};

/** The rules of a floor: nothing from its own or a higher one, and nothing from a folder that stands on none. */
function rulesOf(top) {
  const all = floors[top].flat().join("|");
  return [
    ...floors[top].map((folders, i) => {
      const below = floors[top].slice(0, i).flat();
      return {
        name: `${top}-floor-${i}`,
        severity: "error",
        from: { path: `^${top}/(${folders.join("|")})/` },
        to: { path: `^${top}/`, pathNot: `^${top}/(${["$1", ...below].join("|")})/` },
      };
    }),
    {
      name: `${top}-has-floors`,
      comment: "Every folder stands on one of the floors.",
      severity: "error",
      from: { path: `^${top}/`, pathNot: `^${top}/((${all})/|[^/]+$)` },
      to: {},
    },
  ];
}

module.exports = { floors, rules: Object.keys(floors).flatMap(rulesOf) };
