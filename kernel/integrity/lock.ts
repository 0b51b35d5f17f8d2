/** What a built page rests on, each with its hash: what a reader's own run is held against. */
export interface Lock {
  readonly format: 1;
  /** Version of the program that built the page. */
  readonly yuheng: string;
  /** SHA-256 of the notebook's file. */
  readonly notebook: string;
  /** Chance and time as the build saw them. */
  readonly seed: number;
  readonly now: number;
  /** Significant digits of numbers that results are held against each other by. */
  readonly digits: number;
  readonly datasets: readonly LockedFile[];
  /** Libraries that cells call, and other notebooks that they import: version or SHA-256. */
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

/** The hashes of one cell's run: 16 hexadecimal digits of SHA-256 each. Null where the cell did not succeed. */
export interface CellProof {
  readonly id: number;
  /** Of its source, kind and attributes. */
  readonly code: string;
  /** Of the results of the cells that it reads. */
  readonly inputs: string;
  /** Of the datasets that it read. */
  readonly data: string;
  /** Of the values that it defines and of what it shows. */
  readonly result: string | null;
}
