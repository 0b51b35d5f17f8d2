/** A tool that a page offers to the assistant of its browser, as the draft of WebMCP describes it. */
export interface ModelContextTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** JSON Schema of the input. */
  readonly inputSchema: object;
  readonly annotations: { readonly readOnlyHint: boolean; readonly untrustedContentHint: boolean };
  execute(input: unknown): Promise<unknown>;
}

/** The part of the browser's model context that the workbench uses. A tool is there until its signal is aborted. */
export interface ModelContext {
  registerTool(tool: ModelContextTool, options: { readonly signal: AbortSignal }): Promise<void> | void;
}

/** The model context of this page; null in a browser without one. Earlier drafts had it on the navigator. */
export function modelContext(): ModelContext | null {
  const { modelContext: ofDocument } = document as { modelContext?: Partial<ModelContext> };
  const { modelContext: ofNavigator } = navigator as { modelContext?: Partial<ModelContext> };
  const context = ofDocument ?? ofNavigator;
  return typeof context?.registerTool === "function" ? (context as ModelContext) : null;
}
