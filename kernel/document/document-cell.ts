/** A cell of the document. */
export interface DocumentCell {
  id: number;
  kind: string;
  source: string;
  /** Attributes of the cell in the file (`pinned`, `hidden`, `output`, `data-paused`, …). */
  attributes: Record<string, string>;
  /** What runs in its place, if it is of Observable's older JavaScript and the page has converted it. */
  converted?: ConvertedCell;
}

/** A cell of Observable's older JavaScript as a cell of today. */
export interface ConvertedCell {
  kind: string;
  source: string;
  /** Whether its value is not displayed. */
  hidden: boolean;
}
