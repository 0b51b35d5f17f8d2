import type { Attachment } from "../services/attachment.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import type { LibraryNeeds } from "../services/compute/compute-api.ts";
import type { ToolDescription } from "../services/compute/tool-description.ts";
import type { EachLater } from "../services/later-program.ts";
import type { Step } from "../services/step.ts";
import type { Lock } from "./lock.ts";

/** The id of the element that contains the lock, as JSON. */
export const lockId = "yuheng-lock";

/** The attribute of a script element with an embedded file, compressed by gzip and encoded in base64. */
export const embeddedAttribute = "data-embedded";

/** The global function with which a script that contains a part of a page provides it, under the part's name. */
export const partCall = "yuhengPart";

/** Windows up to this width show the outputs for a narrow column. */
export const narrowest = "(max-width: 600px)";

/** The data of a built page for its program. Outputs and source code of cells are in the page itself. */
export interface PageData {
  /** File name without `.html`. */
  readonly name: string;
  /** The notebook's file. */
  readonly text: string;
  readonly cells: readonly BuiltCell[];
  /** The language in which its outputs were rendered, as a tag of BCP 47. */
  readonly language: string;
  /** Column widths in pixels for which the outputs were rendered: in a wide and in a narrow window. */
  readonly widths: { readonly wide: number; readonly narrow: number };
  /** The datasets that the notebook may read. */
  readonly catalogue: readonly DatasetEntry[];
  /** The services needed when the page starts. */
  readonly first: FirstNeeds;
  /** The notebook's own files that it may read. */
  readonly attachments: readonly Attachment[];
  /**
   * URLs of the datasets' files relative to the page, by dataset, and of the notebook's own files, by form and name
   * (`bytes:data.csv`); empty if they are embedded in the page.
   */
  readonly files: Readonly<Record<string, string>>;
  /** URLs of all needed files as classic scripts, by name of the part, for a page without an origin. */
  readonly parts: Readonly<Record<string, string>>;
  /** The tools that were called when the page was built. */
  readonly tools: readonly ToolDescription[];
  /** The notebooks that cells import from, by name. */
  readonly notebooks: Readonly<Record<string, string>>;
  /** The names of all pages of the site. */
  readonly pages: readonly string[];
  /** URL of the frame's program, relative to the page. */
  readonly program: string;
  /**
   * URLs of scripts by which the frame starts on a host that lets no text become code: its cells, charts, program and listener, in
   * this order; empty if they are embedded in the page.
   */
  readonly scripts: readonly string[];
  /** URLs of the programs that the frame loads later; empty for one that no cell needs, or that is embedded in the page. */
  readonly later: EachLater<string>;
  /** URLs of the database; null if no cell uses it. */
  readonly database: { readonly worker: string; readonly wasm: string } | null;
  /** URL of the workbench for editing a copy, relative to the page; null if the site has none. */
  readonly workbench: string | null;
  readonly lock: Lock;
}

export interface BuiltCell {
  readonly id: number;
  readonly dormant: boolean;
  readonly steps: readonly Step[];
}

/** The services used by cells that run when the page starts, as observed by the build. */
export interface FirstNeeds {
  /** The datasets that any of them reads. */
  readonly datasets: readonly string[];
  readonly library: LibraryNeeds;
  /** Whether any of them draws a chart by name. */
  readonly charts: boolean;
}
