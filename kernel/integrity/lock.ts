/** The hashes of everything a built page depends on, with which a reader's own run is compared. */
export interface Lock {
  readonly format: 1;
  /** Version of the program that built the page. */
  readonly yuheng: string;
  /** SHA-256 of the notebook's file. */
  readonly notebook: string;
  /** The seed and the clock of the build. */
  readonly seed: number;
  readonly now: number;
  /** The number of significant digits with which results are compared. */
  readonly digits: number;
  readonly datasets: readonly LockedFile[];
  /** The notebook's own files. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** Libraries that cells use, and notebooks that they import: version or SHA-256. */
  readonly modules: readonly LockedModule[];
  readonly cells: readonly CellProof[];
}

export interface LockedFile {
  readonly name: string;
  readonly file: string;
  readonly vintage: string;
  readonly sha256: string;
}

export interface LockedModule {
  readonly name: string;
  readonly version?: string;
  readonly sha256?: string;
}

/** The hashes of one cell's run: 16 hexadecimal digits of SHA-256 each. */
export interface CellProof {
  readonly id: number;
  /** Hash of its source, kind and attributes. */
  readonly code: string;
  /** Hash of the results of the cells that it reads. */
  readonly inputs: string;
  /** Hash of the datasets that it read. */
  readonly data: string;
  /** Hash of its values and outputs; null if the cell did not succeed. */
  readonly result: string | null;
}
