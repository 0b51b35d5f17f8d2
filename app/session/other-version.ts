/** The key of what a program proposes, among the other versions of a notebook. */
export const PROPOSED = "proposal";

/** A version of an open notebook that differs from the one in the page. */
export interface OtherVersion {
  readonly key: string;
  /**
   * Where it is: in the file, unsaved in another tab, in the draft of a page that ended, or in the original of which this is a
   * copy; or the result of applying a link or a patch; or what a program proposes.
   */
  readonly where: "disk" | "tab" | "draft" | "origin" | "link" | "patch" | "proposal";
  readonly text: string;
  /** The common ancestor of it and the version in the page. */
  readonly baseText: string;
  /** When it was written, in milliseconds. */
  readonly time: number | null;
}
