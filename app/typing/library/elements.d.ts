/** A markup template. Elements have any property, since the markup determines which exist. */
export interface Template<Kind extends Element> {
  (strings: TemplateStringsArray, ...values: unknown[]): Kind & { value?: any; [property: string]: any };
  /** All top-level nodes of the markup. */
  fragment(strings: TemplateStringsArray, ...values: unknown[]): DocumentFragment;
}
