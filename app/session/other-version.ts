/** A version of an open notebook that differs from the one in the page. */
export interface OtherVersion {
  readonly key: string;
  /**
   * Where it is: in the file, typed into another tab and not saved, left by a page that ended, in the original of which
   * this is a copy; or what a link or a patch would make of this one.
   */
  readonly where: "disk" | "tab" | "draft" | "origin" | "link" | "patch";
  readonly text: string;
  /** What it and the version in the page began with. */
  readonly baseText: string;
  /** When it was written, in milliseconds. */
  readonly time: number | null;
}
