/** What the process that reads statements is asked: to open a database with empty tables, or to read one statement there. */
export type ProcessRequest =
  | {
      readonly tables: readonly {
        readonly name: string;
        readonly columns: readonly { readonly name: string; readonly type: string }[];
      }[];
    }
  | {
      readonly text: string;
      /** What is run if the statement could be: it creates the same without rows. */
      readonly creation: string | null;
    };

/** The database's error, null if there is none; or why there is no database. */
export type ProcessAnswer =
  | { readonly refusal: string | null }
  | { readonly failed: string; readonly missing: boolean };
