// These packages ship no types. Only what the frame uses is declared.
declare module "@observablehq/inspector" {
  export class Inspector {
    constructor(node: Element);
    fulfilled(value: unknown, name?: string): void;
  }
}
declare module "@observablehq/inputs";
