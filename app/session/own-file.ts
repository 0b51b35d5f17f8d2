/** The original of a copied notebook, as it was when it was copied or last merged into the copy. */
export interface Origin {
  /** The notebook's name on the host. */
  readonly name: string;
  readonly text: string;
}

/** A notebook of the user's own, which is not on the host of the page. */
export interface OwnFile {
  /** Begins with `~`, unlike the names on a host. */
  readonly name: string;
  /** Its text when it was last read or written. */
  readonly text: string;
  readonly modified: string;
  /** The file on the user's disk; without one, the notebook is in the browser's storage. */
  readonly handle?: FileSystemFileHandle;
  readonly origin?: Origin;
}
