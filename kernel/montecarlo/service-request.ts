/** A request of a draw to the page's services. Plain data. */
export type ServiceRequest =
  | { readonly kind: "tool"; readonly tool: string; readonly input: unknown }
  | { readonly kind: "query"; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: "dataset"; readonly dataset: string };

/** Sends a request to the page, wherever the draw is evaluated. */
export type CallService = (request: ServiceRequest) => Promise<unknown>;
