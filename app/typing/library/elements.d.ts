/** A template of markup. Elements take any property: what stands in the markup decides which there are. */
export interface Template<Kind extends Element> {
  (strings: TemplateStringsArray, ...values: unknown[]): Kind & { value?: any; [property: string]: any };
  /** All top-level nodes of the markup, where there is more than one. */
  fragment(strings: TemplateStringsArray, ...values: unknown[]): DocumentFragment;
}
