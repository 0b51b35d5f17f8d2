/** A column of a table, as `describeColumns` gives it. */
export interface DatabaseColumn {
  readonly name: string;
  readonly type: "bigint" | "number" | "integer" | "boolean" | "date" | "string" | "other";
  readonly nullable: boolean;
  readonly databaseType: string;
}
