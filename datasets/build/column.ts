/** One column of a table: its values, their storage type, and what a reader must know about them. */
export interface Column {
  readonly name: string;
  /** The unit as the publisher's table states it, or "none". */
  readonly unit: string;
  readonly description: string;
  readonly content: Content;
}

export type Content =
  | { readonly type: "float64"; readonly values: ArrayLike<number | null> }
  | { readonly type: "int16" | "int32"; readonly values: ArrayLike<number | null> }
  | { readonly type: "bool"; readonly values: ArrayLike<boolean> }
  /** Texts that rarely repeat. */
  | { readonly type: "text"; readonly values: ArrayLike<string | null> }
  /** Texts that repeat: each is stored once, in order of first appearance, with a small index per row. */
  | { readonly type: "label"; readonly values: ArrayLike<string | null> };

type Describe<T> = (name: string, values: ArrayLike<T>, unit: string, description: string) => Column;

export const float64: Describe<number | null> = (name, values, unit, description) => ({
  name,
  unit,
  description,
  content: { type: "float64", values },
});

export const int16: Describe<number | null> = (name, values, unit, description) => ({
  name,
  unit,
  description,
  content: { type: "int16", values },
});

export const int32: Describe<number | null> = (name, values, unit, description) => ({
  name,
  unit,
  description,
  content: { type: "int32", values },
});

type DescribeWithoutUnit<T> = (name: string, values: ArrayLike<T>, description: string) => Column;

export const flag: DescribeWithoutUnit<boolean> = (name, values, description) => ({
  name,
  unit: "none",
  description,
  content: { type: "bool", values },
});

export const text: DescribeWithoutUnit<string | null> = (name, values, description) => ({
  name,
  unit: "none",
  description,
  content: { type: "text", values },
});

export const label: DescribeWithoutUnit<string | null> = (name, values, description) => ({
  name,
  unit: "none",
  description,
  content: { type: "label", values },
});
