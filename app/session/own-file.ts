/** What a notebook was copied from, as it was then, or as it was when the copy last took in its changes. */
export interface Origin {
  /** The notebook's name on the host. */
  readonly name: string;
  readonly text: string;
}

/** A notebook that the host of the page does not have. */
export interface OwnFile {
  /** Begins with `~`, which no notebook of a host does. */
  readonly name: string;
  /** What it said when it was last read or written. */
  readonly text: string;
  readonly modified: string;
  /** The file on the person's disk; without one, the browser's storage is where it is kept. */
  readonly handle?: FileSystemFileHandle;
  readonly origin?: Origin;
}
