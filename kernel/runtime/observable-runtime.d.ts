// @observablehq/runtime 6 ships no types. Only what the dataflow uses is declared.
declare module "@observablehq/runtime" {
  export interface Observer {
    pending?(): void;
    fulfilled?(value: unknown, name: string | null): void;
    rejected?(error: unknown, name: string | null): void;
  }
  export interface Variable {
    define(name: string | null, inputs: readonly string[], definition: unknown): Variable;
    delete(): Variable;
  }
  export interface Module {
    variable(observer?: Observer | true): Variable;
  }
  export class Runtime {
    constructor(builtins?: Record<string, unknown>, global?: (name: string) => unknown);
    module(): Module;
    dispose(): void;
    /** Scheduling hook of the runtime (writable on the prototype): resolves when the next wave has been computed. */
    _computeSoon(): Promise<unknown>;
    _computeNow(): Promise<unknown>;
    readonly _disposed: boolean;
  }
}
