import { createHash } from "node:crypto";
import type { EachLater } from "../../kernel/services/later-program.ts";

/** A file of the site: its address relative to the pages, and its content. */
export interface SiteFile {
  readonly address: string;
  readonly content: string | Uint8Array;
}

/** The programs of the pages of a site. */
export interface Programs {
  readonly files: readonly SiteFile[];
  /** Addresses of the page's program, of its style sheet and of the frame's program. */
  readonly reader: string;
  /** Addresses of the modules that the page's program imports at its start, so that they are fetched together with it. */
  readonly imports: readonly string[];
  /** The page's program for a page that is embedded in another. */
  readonly embedded: string;
  /** The library for the workers of such a page, as one text in which `withSolver` puts the solver or leaves it out. */
  readonly worker: string;
  readonly style: string;
  readonly frame: string;
  /** The programs that the frame loads later, for the pages of notebooks that need them. */
  readonly later: EachLater<SiteFile>;
}

/** The database's program, as two files; 34 MB. */
export interface DatabaseProgram {
  readonly files: readonly SiteFile[];
  readonly worker: string;
  readonly wasm: string;
}

/** The programs of a page that is one file, as texts to put into it. */
export interface SinglePrograms {
  readonly reader: string;
  /** The library for workers, in which `withSolver` puts the solver or leaves it out. */
  readonly worker: string;
  readonly style: string;
  readonly frame: string;
  readonly later: EachLater<string>;
}

/** What is built for pages, by name. */
export interface ProgramBuilds {
  readonly site: Programs;
  readonly single: SinglePrograms;
  /** The frame's program with editors. */
  readonly writing: string;
  readonly database: DatabaseProgram;
}

/** A file with a hash of its content in its name. */
export function hashed(stem: string, ending: string, content: string | Uint8Array): SiteFile {
  const hash = createHash("sha256").update(content).digest("base64url").replace(/[-_]/g, "").slice(0, 8);
  return { address: `${stem}-${hash}.${ending}`, content };
}
