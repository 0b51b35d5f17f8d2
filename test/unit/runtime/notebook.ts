import { Dataflow, type DataflowOptions } from "../../../kernel/runtime/dataflow.ts";
import type { CellDefinition } from "../../../kernel/runtime/definition.ts";
import type { Run } from "../../../kernel/runtime/run.ts";
import type { CellState } from "../../../kernel/runtime/state.ts";

type Body = (inputs: Record<string, unknown>, run: Run) => unknown;

/** A program cell: `outputs` are read off the record that the body returns. */
export function cell(id: number, inputs: string, outputs: string, body: Body): CellDefinition {
  const names = words(inputs);
  return {
    id,
    inputs: names,
    outputs: words(outputs),
    expression: false,
    start: (values, run) => body(Object.fromEntries(names.map((name, i) => [name, values[i]])), run),
  };
}

/** An expression cell: it shows its value. */
export function expression(id: number, inputs: string, body: Body): CellDefinition {
  return { ...cell(id, inputs, "", body), expression: true };
}

function words(text: string): string[] {
  return text.split(" ").filter(Boolean);
}

/** A dataflow with its history: what ran, what was shown, which states were passed through. */
export class Watched {
  readonly log: string[] = [];
  readonly shown = new Map<number, unknown[]>();
  readonly states = new Map<number, CellState[]>();
  readonly flow: Dataflow;

  constructor(options: DataflowOptions = {}) {
    this.flow = new Dataflow(
      {
        now: () => performance.now(),
        begin: (run) => {
          this.log.push(`${run.cell}`);
          this.shown.set(run.cell, []);
        },
        end: () => {},
        display: (run, value, replace) => {
          const shown = this.shown.get(run.cell)!;
          if (replace) shown.length = 0;
          shown.push(value);
        },
        state: (id, state) => {
          const list = this.states.get(id);
          if (list) list.push(state);
          else this.states.set(id, [state]);
        },
      },
      options,
    );
  }

  /** What ran since the last call, in order. */
  ran(): string {
    return this.log.splice(0).join(" ");
  }

  state(id: number): CellState {
    return this.flow.stateOf(id)!;
  }

  value(name: string): unknown {
    return this.flow.valueOf(name);
  }
}

/** A promise with its handles. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((y, n) => {
    resolve = y;
    reject = n;
  });
  return { promise, resolve, reject };
}

/** A stand-in for what a slider emits: the newest value at the time of asking. */
export function slider<T>(first: T): { set: (value: T) => void; generator: AsyncGenerator<T> } {
  let value = first;
  let fresh = true;
  let wake: (() => void) | undefined;
  const set = (next: T) => {
    value = next;
    fresh = true;
    wake?.();
  };
  const generator = (async function* () {
    for (;;) {
      if (!fresh)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      fresh = false;
      yield value;
    }
  })();
  return { set, generator };
}
