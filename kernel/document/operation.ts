import type { Message } from "../../lib/message/message.ts";
import type { Json } from "./notebook.ts";

/**
 * The previous markup of a part of the file, so that undo restores every byte. It is used only if it has the same content as
 * the operation that carries it.
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
      /** Sets an attribute (`hidden`, `data-folded`, …; a bare one to ""), or removes it if the value is null. */
      readonly type: "attribute";
      readonly cell: number;
      readonly name: string;
      readonly value: string | null;
      readonly spelling?: Spelling;
    }
  | {
      /** Stores the value of an input of the cell, or removes it if there is no value. */
      readonly type: "value";
      readonly cell: number;
      readonly name: string;
      readonly value?: Json;
      readonly spelling?: Spelling;
    };

/** A change of the list of cells. `after` is the preceding cell; null is the beginning. */
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
      /** The exact index among the parts of the file; used only if it is next to `after`. */
      readonly place?: number;
    }
  | { readonly type: "delete"; readonly cell: number }
  | { readonly type: "move"; readonly cell: number; readonly after: number | null; readonly place?: number };

/** A change of the notebook as a whole. */
export type NotebookOperation =
  | { readonly type: "title"; readonly title: string; readonly spelling?: string }
  | {
      /** Sets the title in another language, or removes it if the title is null. */
      readonly type: "translated-title";
      readonly language: string;
      readonly title: string | null;
      readonly spelling?: string;
      /** The exact index among the parts of the file, for a title that was removed. */
      readonly place?: number;
    }
  | { readonly type: "notebook"; readonly name: string; readonly value: string | null; readonly spelling?: string };

/** A change of a notebook. Plain data that can be sent, stored and undone. */
export type Operation = CellOperation | OrderOperation | NotebookOperation;

/** Why an operation was refused. */
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

/** The result of an operation, or why it was refused; then the notebook is unchanged. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal };
