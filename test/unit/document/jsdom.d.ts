/** The little of jsdom that the tests use; it comes with Notebook Kit, without types. */
declare module "jsdom" {
  /** Takes what jsdom would print. */
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html?: string, options?: { readonly virtualConsole?: VirtualConsole });
    readonly window: Window & typeof globalThis;
  }
}
