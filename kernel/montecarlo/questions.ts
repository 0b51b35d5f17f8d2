/** What a draw asks of the page's services; plain data. */
export type Question =
  | { readonly kind: "tool"; readonly tool: string; readonly input: unknown }
  | { readonly kind: "query"; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: "dataset"; readonly dataset: string };

/** Asks the page, from wherever the draw is made. */
export type Ask = (question: Question) => Promise<unknown>;
