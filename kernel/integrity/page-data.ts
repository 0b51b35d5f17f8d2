import type { Step } from "../provenance/step.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import type { ToolDescription } from "../services/compute/tool-description.ts";
import type { Lock } from "./lock.ts";

/** The element of a built page that holds what its program needs, as JSON. */
export const pageDataId = "yuheng-page";

/** The element that holds the lock, as JSON. */
export const lockId = "yuheng-lock";

/** The attribute of a script that carries a file within the page, compressed by gzip and written in base64. */
export const embeddedAttribute = "data-embedded";

/** The function by which a script that is a part of a page hands it over, under the part's name. */
export const partCall = "yuhengPart";

/** Windows up to this width, in pixels, show what was made for a narrow column. */
export const narrowest = "(max-width: 600px)";

/** What a built page says to its program. What cells show and their code stand in the page itself. */
export interface PageData {
  /** File name without `.html`. */
  readonly name: string;
  /** The notebook's file. */
  readonly text: string;
  readonly cells: readonly BuiltCell[];
  /** Widths of the column, in pixels, for which the outputs were made: on a wide window, and on a narrow one. */
  readonly widths: { readonly wide: number; readonly narrow: number };
  /** The datasets that the notebook may read. */
  readonly catalogue: readonly DatasetEntry[];
  /** What is asked of the services as the page comes alive. */
  readonly first: FirstNeeds;
  /** Where their files lie, by dataset, relative to the page; empty where they are in the page. */
  readonly files: Readonly<Record<string, string>>;
  /** Where all that it runs on lies as classic scripts, by name of the part, for a page without an origin. */
  readonly parts: Readonly<Record<string, string>>;
  /** The tools that were called when the page was built. */
  readonly tools: readonly ToolDescription[];
  /** The notebooks that cells import from, by name. */
  readonly notebooks: Readonly<Record<string, string>>;
  /** The names of all pages of the site. */
  readonly pages: readonly string[];
  /** Where the frame's program lies, relative to the page. */
  readonly program: string;
  /** Where the program of its workers of draws lies. */
  readonly draws: string;
  /** Where the database's program lies; null where no cell asks for it. */
  readonly database: { readonly worker: string; readonly wasm: string } | null;
  /** Where the workbench lies in which a copy can be edited, relative to the page; null where the site has none. */
  readonly workbench: string | null;
  readonly lock: Lock;
}

export interface BuiltCell {
  readonly id: number;
  readonly rests: boolean;
  readonly steps: readonly Step[];
}

/** What cells ask for that run as the page comes alive, as far as the build saw it. */
export interface FirstNeeds {
  readonly datasets: readonly string[];
  /** Whether tools of the library are called. */
  readonly tools: boolean;
}
