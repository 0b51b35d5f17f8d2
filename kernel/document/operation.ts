import type { Message } from "../../lib/message/message.ts";
import type { Json } from "./notebook.ts";

/**
 * How a part of the file was written before, so that undoing gives back every byte of it. It counts only if it says
 * the same as the operation that carries it.
 */
export interface Spelling {
  readonly lead?: string;
  readonly open?: string;
  readonly body?: string;
  readonly close?: string;
}

/** A change of one cell. */
export type CellOperation =
  | { readonly type: "source"; readonly cell: number; readonly source: string; readonly spelling?: Spelling }
  | {
      /** Replaces the range `from` to `to` of the source. */
      readonly type: "splice";
      readonly cell: number;
      readonly from: number;
      readonly to: number;
      readonly insert: string;
      readonly spelling?: Spelling;
    }
  | { readonly type: "kind"; readonly cell: number; readonly kind: string; readonly spelling?: Spelling }
  | {
      /** Sets an attribute (`hidden`, `data-folded`, …; a bare one to ""), or takes it out if the value is null. */
      readonly type: "attribute";
      readonly cell: number;
      readonly name: string;
      readonly value: string | null;
      readonly spelling?: Spelling;
    }
  | {
      /** Keeps the value of an input of the cell, or forgets it if there is no value. */
      readonly type: "value";
      readonly cell: number;
      readonly name: string;
      readonly value?: Json;
      readonly spelling?: Spelling;
    };

/** A change of which cells there are, and in what order. `after` is the cell before it; null is the beginning. */
export type OrderOperation =
  | {
      readonly type: "insert";
      readonly after: number | null;
      /** Without an id, the cell gets the next one. */
      readonly cell: {
        readonly id?: number;
        readonly kind: string;
        readonly source: string;
        readonly attributes?: Readonly<Record<string, string>>;
      };
      readonly spelling?: Spelling;
      /** Where exactly among the parts of the file; counts only if it is next to `after`. */
      readonly place?: number;
    }
  | { readonly type: "delete"; readonly cell: number }
  | { readonly type: "move"; readonly cell: number; readonly after: number | null; readonly place?: number };

/** A change of the notebook as a whole. */
export type NotebookOperation =
  | { readonly type: "title"; readonly title: string; readonly spelling?: string }
  | { readonly type: "notebook"; readonly name: string; readonly value: string | null; readonly spelling?: string };

/** A change of a notebook; plain data, so that it can be sent, stored and undone. */
export type Operation = CellOperation | OrderOperation | NotebookOperation;

/** Why an operation was not done. */
export interface Refusal {
  readonly reason:
    | "no such cell"
    | "no such neighbour"
    | "id taken"
    | "not an attribute"
    | "outside of the source"
    | "nothing to undo"
    | "nothing to redo";
  readonly message: Message;
}

/** What an operation led to; the notebook is the old one if it was refused. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal };
