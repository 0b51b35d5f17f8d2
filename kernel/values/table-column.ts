export interface TableColumn {
  readonly name: string;
  /** Arrow's name of the type: `Utf8`, `Int32`, `Decimal[38e0]`, … */
  readonly type: string;
}
