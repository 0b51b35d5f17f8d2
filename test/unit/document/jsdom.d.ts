/** The little of jsdom that the tests use; it comes with Notebook Kit, without types. */
declare module "jsdom" {
  export class JSDOM {
    readonly window: Window & typeof globalThis;
  }
}
