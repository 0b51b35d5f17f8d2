// @observablehq/inputs, which ships no types, in short.

/** An input's element: it has a `value`, and announces each change by an `input` event. */
export type Input<T> = HTMLFormElement & { value: T };

type Data<T> = Iterable<T> | Promise<Iterable<T>>;
type Label = string | Node;

interface Common {
  /** What stands before the input. */
  label?: Label;
  /** Width in pixels, or as CSS. */
  width?: number | string;
  disabled?: boolean;
}

interface RangeOptions extends Common {
  /** The first value; the middle of the extent if left out. */
  value?: number;
  /** The distance between two values. */
  step?: number | "any";
  /** How the number is shown. */
  format?: (value: number) => string | number;
  /** A non-linear slider, such as `Math.log`. */
  transform?: (value: number) => number;
  /** The inverse of the transform. */
  invert?: (value: number) => number;
  placeholder?: string;
  validate?: (input: HTMLInputElement) => boolean;
}

/** A slider with a number beside it. */
export function range(extent?: [min: number, max: number], options?: RangeOptions): Input<number>;
/** A field for a number. */
export function number(extent?: [min: number, max: number], options?: RangeOptions): Input<number>;
export function number(options?: RangeOptions): Input<number>;

interface ChoiceOptions<T> {
  label?: Label;
  width?: number | string;
  /** True, or those that cannot be chosen. */
  disabled?: boolean | Iterable<T>;
  /** What is shown of an option. */
  format?: (option: any, index?: number, data?: any) => string | Node | number;
  keyof?: (option: any, index?: number, data?: any) => any;
  valueof?: (option: any, index?: number, data?: any) => any;
  sort?: boolean | "ascending" | "descending" | ((a: any, b: any) => number);
  unique?: boolean;
  locale?: string;
}

/** A menu. Of a `Map`, the keys are shown and the values chosen. */
export function select<T>(
  data: Map<any, T> | Iterable<T>,
  options: ChoiceOptions<T> & { multiple: true | number; value?: Iterable<T>; key?: Iterable<any>; size?: number },
): Input<T[]>;
export function select<K, T>(
  data: Map<K, T>,
  options?: ChoiceOptions<T> & { value?: T; key?: K; multiple?: boolean | number; size?: number },
): Input<T>;
export function select<T>(
  data: Iterable<T>,
  options?: ChoiceOptions<T> & { value?: T; multiple?: boolean | number; size?: number },
): Input<T>;

/** One of several. */
export function radio<K, T>(data: Map<K, T>, options?: ChoiceOptions<T> & { value?: T; key?: K }): Input<T>;
export function radio<T>(data: Iterable<T>, options?: ChoiceOptions<T> & { value?: T }): Input<T>;

/** Any of several. */
export function checkbox<K, T>(
  data: Map<K, T>,
  options?: ChoiceOptions<T> & { value?: Iterable<T>; key?: Iterable<K> },
): Input<T[]>;
export function checkbox<T>(data: Iterable<T>, options?: ChoiceOptions<T> & { value?: Iterable<T> }): Input<T[]>;

/** On or off; or the two `values`. */
export function toggle<T = boolean>(options?: Common & { value?: T; values?: [on: T, off: T] }): Input<T>;

/** A button that counts its clicks; or several that each make a new value from the old one. */
export function button<T = any>(
  content?: string | Node | Iterable<[content: string | Node, reduce?: (value: T) => T]>,
  options?: {
    label?: Label;
    width?: number | string;
    value?: T;
    reduce?: (value: T) => T;
    disabled?: boolean | Iterable<string>;
    required?: boolean;
  },
): Input<T>;

interface TextOptions extends Common {
  value?: string;
  type?: string;
  placeholder?: string;
  pattern?: string;
  /** True, or its label: a button that has to be pressed for the value to change. */
  submit?: boolean | Label;
  required?: boolean;
  readonly?: boolean;
  minlength?: number;
  maxlength?: number;
  min?: string | number;
  max?: string | number;
  spellcheck?: boolean;
  autocomplete?: boolean | string;
  autocapitalize?: boolean | string;
  datalist?: Iterable<string>;
  validate?: (input: HTMLInputElement) => boolean;
}

/** A line of text. */
export function text(options?: TextOptions): Input<string>;
export function email(options?: TextOptions): Input<string>;
export function tel(options?: TextOptions): Input<string>;
export function url(options?: TextOptions): Input<string>;
export function password(options?: TextOptions): Input<string>;
/** Several lines of text. */
export function textarea(
  options?: TextOptions & { rows?: number; monospace?: boolean; resize?: boolean },
): Input<string>;
export function color(
  options?: Common & { value?: string; datalist?: Iterable<string>; readonly?: boolean },
): Input<string>;

interface DateOptions extends Common {
  value?: Date | string | number;
  min?: Date | string | number;
  max?: Date | string | number;
  required?: boolean;
  readonly?: boolean;
  submit?: boolean | Label;
}

/** A day. */
export function date(options?: DateOptions): Input<Date>;
/** A day and an hour. */
export function datetime(options?: DateOptions): Input<Date>;

/** A file from the reader's machine. */
export function file(
  options: Common & {
    multiple: true;
    accept?: string;
    required?: boolean;
    value?: any;
    transform?: (file: File) => any;
  },
): Input<any[]>;
export function file(
  options?: Common & {
    multiple?: boolean;
    accept?: string;
    required?: boolean;
    value?: any;
    transform?: (file: File) => any;
  },
): Input<any>;

/** A search; its value is what was found. */
export function search<T>(
  data: Iterable<T>,
  options?: Common & {
    query?: string;
    placeholder?: string;
    columns?: Iterable<string>;
    format?: (count: number) => string;
    filter?: (query: string) => (row: T, index?: number, data?: T[]) => boolean;
    required?: boolean;
    spellcheck?: boolean;
    autocomplete?: boolean | string;
    autocapitalize?: boolean | string;
    datalist?: Iterable<string>;
    locale?: string;
  },
): Input<T[]>;
export function searchFilter(query: string): (row: any) => boolean;

type PerColumn<V> = { [column: string]: V };

/** A table; its value is the rows that are selected, or all. */
export function table<T>(
  data: Data<T>,
  options?: {
    columns?: Iterable<string>;
    /** What stands above each column. */
    header?: PerColumn<string | Node>;
    /** How each column's values are shown. */
    format?: PerColumn<(value: any, index?: number, data?: any) => any>;
    align?: PerColumn<"left" | "right" | "center">;
    width?: number | string | PerColumn<number | string>;
    maxWidth?: number | string;
    height?: number | string;
    maxHeight?: number | string;
    /** Rows shown before one has to scroll. */
    rows?: number;
    sort?: string | null;
    reverse?: boolean;
    value?: Iterable<any> | any;
    required?: boolean;
    multiple?: boolean;
    /** Whether rows can be selected. */
    select?: boolean;
    layout?: "fixed" | "auto";
    locale?: string;
  },
): Input<T[]>;

/** Several inputs as one; its value is the record, or list, of theirs. */
export function form<Parts extends Record<string, any> | any[]>(
  inputs: Parts,
  options?: { template?: (inputs: Parts) => Node },
): Input<{ [Name in keyof Parts]: Parts[Name] extends { value?: infer Value } ? Value : any }>;

/** An input without an element: something to bind others to. */
export function input<T>(value?: T): EventTarget & { value: T };
/** Two inputs that always have the same value. Gives the first. */
export function bind<Target>(
  target: Target,
  source: EventTarget & { value?: any },
  invalidation?: Promise<void>,
): Target;
/** Resolves when the element has left the page. */
export function disposal(element: Element): Promise<void>;

export function formatDate(value: Date): string;
export function formatTrim(value: number): string;
export function formatLocaleAuto(locale?: string): (value: any) => string;
export function formatLocaleNumber(locale?: string): (value: number) => string;
export function formatAuto(value: any): string;
export function formatNumber(value: number): string;
export as namespace Inputs;
