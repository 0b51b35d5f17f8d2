// These ship no types. Only what the frame uses is declared.
declare module "@observablehq/inspector" {
  export class Inspector {
    constructor(node: Element);
    fulfilled(value: unknown, name?: string): void;
  }
}
declare module "@observablehq/inputs";

/** The program of the workers of draws, as text; the build of the frame's program puts it in. */
declare module "virtual:draw-program" {
  const program: string;
  export default program;
}
