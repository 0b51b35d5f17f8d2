import { type Namespace, namespaceNames } from "../../lib/namespaces.ts";
import { timerNames } from "../stdlib/timers.ts";
import { tagsOfKinds } from "./kinds.ts";
import type { CellName } from "./name.ts";
import { ofLibrary } from "./names/of-library.ts";
import { ofRuns } from "./names/of-runs.ts";

const ofTimers = timerNames.map((name) => ({
  name,
  gives: "run" as const,
  draws: "own" as const,
  summary: "As the browser has it; what it does later is still the cell's.",
}));

const ofTools = namespaceNames.map((name) => ({
  name,
  gives: "run" as const,
  draws: "own" as const,
  yields: true as const,
  summary: "Tools of the accounting library.",
}));

/** All that cells find without declaring it, but for what kinds of cells bring. */
export const cellNames: readonly CellName[] = [...ofRuns, ...ofTimers, ...ofTools, ...ofLibrary];

type Named<Entry extends { name: string }, Part> = Extract<Entry, Part>["name"];
type RunName = (typeof ofRuns)[number]["name"] | Namespace;
/** Names that the place which runs a notebook gives. */
export type LibraryName = (typeof ofLibrary)[number]["name"];
/** What a run is given, besides the timers that it reads. */
export type RunNames = Readonly<Record<RunName, unknown>>;
/** Of those, what a draw has of its own. */
export type OwnInDraws = Named<(typeof ofRuns)[number], { draws: "own" }>;
export type OwnLibraryInDraws = Named<(typeof ofLibrary)[number], { draws: "own" }>;

const namesWhere = (is: (entry: CellName) => boolean) => cellNames.filter(is).map(({ name }) => name);

/** What whoever runs compiled cells gives to each run. */
export const coreNames: readonly string[] = namesWhere(({ gives }) => gives === "core");

/** What the kernel of a notebook gives to each run besides. */
export const runNames: readonly string[] = namesWhere(({ gives }) => gives === "run");

/** Names that show something themselves. */
export const showingNames: ReadonlySet<string> = new Set(namesWhere(({ shows }) => shows === true));

/** Common words: a notebook that declares one means its own. */
export const yieldingNames: ReadonlySet<string> = new Set(namesWhere(({ yields }) => yields === true));

/** Names that the place which runs a notebook gives, and the tags of kinds of cells. */
export function libraryNames(): string[] {
  return [...namesWhere(({ gives }) => gives === "library"), ...Object.keys(tagsOfKinds())];
}

/** The names in whose place one thing stands while draws are evaluated. */
export function namesInDraws(draws: NonNullable<CellName["draws"]>): string[] {
  const names = namesWhere((entry) => entry.draws === draws);
  return draws === "text" ? [...names, ...Object.keys(tagsOfKinds())] : names;
}

/** Names of the window that a notebook should not find by accident: they look like data and are not. */
export const hiddenOfWindow: readonly string[] = [
  "name",
  "status",
  "event",
  "length",
  "origin",
  "parent",
  "top",
  "external",
  "closed",
];

/** With those of Node's, where a notebook runs without a page: a name means the same in both. */
export const hiddenGlobals: ReadonlySet<string> = new Set([
  ...hiddenOfWindow,
  ...["process", "require", "module", "exports", "global", "Buffer"],
]);

/** Libraries that a cell may also import by name. */
export const moduleNames = ["@observablehq/plot", "@observablehq/inputs", "d3", "topojson-client", "htl"] as const;

export type ModuleName = (typeof moduleNames)[number];
