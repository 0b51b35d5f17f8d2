import { type Namespace, namespaceNames } from "../../lib/namespaces.ts";
import { timerNames } from "../random/timers.ts";
import { tagsOfKinds } from "./kinds.ts";
import type { CellName } from "./name.ts";
import { libraryEntries } from "./names/library-entries.ts";
import { runEntries } from "./names/run-entries.ts";

const timerEntries = timerNames.map((name) => ({
  name,
  providedBy: "run" as const,
  draws: "own" as const,
}));

const namespaceEntries = namespaceNames.map((name) => ({
  name,
  providedBy: "run" as const,
  draws: "own" as const,
  overridable: true as const,
}));

/** All built-in names, except the template tags of cell kinds. */
export const cellNames: readonly CellName[] = [...runEntries, ...timerEntries, ...namespaceEntries, ...libraryEntries];

type Named<Entry extends { name: string }, Part> = Extract<Entry, Part>["name"];
type RunName = (typeof runEntries)[number]["name"] | Namespace;
/** Names that the host of a notebook provides. */
export type LibraryName = (typeof libraryEntries)[number]["name"];
/** The names provided to a run, except the timers. */
export type RunNames = Readonly<Record<RunName, unknown>>;
/** Of those, the names that a draw replaces with its own. */
export type OwnInDraws = Named<(typeof runEntries)[number], { draws: "own" }>;
export type OwnLibraryInDraws = Named<(typeof libraryEntries)[number], { draws: "own" }>;

const namesWhere = (is: (entry: CellName) => boolean) => cellNames.filter(is).map(({ name }) => name);

/** Names that whatever runs compiled cells provides to each run. */
export const coreNames: readonly string[] = namesWhere(({ providedBy }) => providedBy === "core");

/** Names that the kernel of a notebook also provides to each run. */
export const runNames: readonly string[] = namesWhere(({ providedBy }) => providedBy === "run");

/** Names that display something themselves. */
export const showingNames: ReadonlySet<string> = new Set(namesWhere(({ shows }) => shows === true));

/** Names provided to each run that a declaration of the notebook overrides. It always overrides names of the library. */
export const overridableNames: ReadonlySet<string> = new Set(namesWhere(({ overridable }) => overridable === true));

/** Names whose value depends on the reader's language. */
export const languageNames: ReadonlySet<string> = new Set(namesWhere(({ follows }) => follows === "language"));

/** Names that the host of a notebook provides, and the template tags of cell kinds. */
export function libraryNames(): string[] {
  return [...namesWhere(({ providedBy }) => providedBy === "library"), ...Object.keys(tagsOfKinds())];
}

/** The names that are replaced in the same way while draws are evaluated. */
export function namesInDraws(draws: NonNullable<CellName["draws"]>): string[] {
  const names = namesWhere((entry) => entry.draws === draws);
  return draws === "text" ? [...names, ...Object.keys(tagsOfKinds())] : names;
}

/** Names of the window that are hidden from notebooks, because they look like data of the notebook. */
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

/** The hidden names of the window and those of Node, so that a name means the same with and without a page. */
export const hiddenGlobals: ReadonlySet<string> = new Set([
  ...hiddenOfWindow,
  ...["process", "require", "module", "exports", "global", "Buffer"],
]);

/** The modules of which d3 consists: each can be imported by its own name, too. */
export const d3Modules = [
  "d3-array",
  "d3-axis",
  "d3-brush",
  "d3-chord",
  "d3-color",
  "d3-contour",
  "d3-delaunay",
  "d3-dispatch",
  "d3-drag",
  "d3-dsv",
  "d3-ease",
  "d3-fetch",
  "d3-force",
  "d3-format",
  "d3-geo",
  "d3-hierarchy",
  "d3-interpolate",
  "d3-path",
  "d3-polygon",
  "d3-quadtree",
  "d3-random",
  "d3-scale",
  "d3-scale-chromatic",
  "d3-selection",
  "d3-shape",
  "d3-time",
  "d3-time-format",
  "d3-timer",
  "d3-transition",
  "d3-zoom",
] as const;

/** Libraries that a cell may also import by name. */
export const moduleNames = [
  "@observablehq/plot",
  "@observablehq/inputs",
  "d3",
  "topojson-client",
  "htl",
  ...d3Modules,
] as const;

export type ModuleName = (typeof moduleNames)[number];
