// Short declarations of @observablehq/inputs, which ships none.

/** An input's element: it has a `value` and dispatches `input` at each change. */
export type Input<T> = HTMLFormElement & { value: T };

type Data<T> = Iterable<T> | Promise<Iterable<T>>;
type Label = string | Node;

interface Common {
  /** The label before the input. */
  label?: Label;
  /** Width in pixels, or as CSS. */
  width?: number | string;
  disabled?: boolean;
}

interface RangeOptions extends Common {
  /** The initial value; by default the middle of the extent. */
  value?: number;
  /** The step between values. */
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

/** A slider with a number field. */
export function range(extent?: [min: number, max: number], options?: RangeOptions): Input<number>;
/** A field for a number. */
export function number(extent?: [min: number, max: number], options?: RangeOptions): Input<number>;
export function number(options?: RangeOptions): Input<number>;

interface ChoiceOptions<T> {
  label?: Label;
  width?: number | string;
  /** True, or the options that cannot be chosen. */
  disabled?: boolean | Iterable<T>;
  /** How an option is shown. */
  format?: (option: any, index?: number, data?: any) => string | Node | number;
  keyof?: (option: any, index?: number, data?: any) => any;
  valueof?: (option: any, index?: number, data?: any) => any;
  sort?: boolean | "ascending" | "descending" | ((a: any, b: any) => number);
  unique?: boolean;
  locale?: string;
}

/** A menu. For a `Map`, keys are shown and values chosen. */
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

/** A choice of one of several options. */
export function radio<K, T>(data: Map<K, T>, options?: ChoiceOptions<T> & { value?: T; key?: K }): Input<T>;
export function radio<T>(data: Iterable<T>, options?: ChoiceOptions<T> & { value?: T }): Input<T>;

/** A choice of any number of options. */
export function checkbox<K, T>(
  data: Map<K, T>,
  options?: ChoiceOptions<T> & { value?: Iterable<T>; key?: Iterable<K> },
): Input<T[]>;
export function checkbox<T>(data: Iterable<T>, options?: ChoiceOptions<T> & { value?: Iterable<T> }): Input<T[]>;

/** On or off, or the two `values`. */
export function toggle<T = boolean>(options?: Common & { value?: T; values?: [on: T, off: T] }): Input<T>;

/** A button that counts its clicks, or several that each compute a new value from the old one. */
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
  /** True, or the label of a button that must be pressed to change the value. */
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
/** A day and a time. */
export function datetime(options?: DateOptions): Input<Date>;

/** A file from the user's computer. */
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

/** A search; its value are the matching rows. */
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

/** A table; its value are the selected rows, or all. */
export function table<T>(
  data: Data<T>,
  options?: {
    columns?: Iterable<string>;
    /** The header of each column. */
    header?: PerColumn<string | Node>;
    /** How each column's values are shown. */
    format?: PerColumn<(value: any, index?: number, data?: any) => any>;
    align?: PerColumn<"left" | "right" | "center">;
    width?: number | string | PerColumn<number | string>;
    maxWidth?: number | string;
    height?: number | string;
    maxHeight?: number | string;
    /** Rows visible without scrolling. */
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

/** Several inputs as one; its value is the record, or list, of their values. */
export function form<Parts extends Record<string, any> | any[]>(
  inputs: Parts,
  options?: { template?: (inputs: Parts) => Node },
): Input<{ [Name in keyof Parts]: Parts[Name] extends { value?: infer Value } ? Value : any }>;

/** An input without an element, to which others can be bound. */
export function input<T>(value?: T): EventTarget & { value: T };
/** Binds two inputs, so that they always have the same value. Returns the first. */
export function bind<Target>(
  target: Target,
  source: EventTarget & { value?: any },
  invalidation?: Promise<void>,
): Target;
/** Resolves when the element is removed from the page. */
export function disposal(element: Element): Promise<void>;

export function formatDate(value: Date): string;
export function formatTrim(value: number): string;
export function formatLocaleAuto(locale?: string): (value: any) => string;
export function formatLocaleNumber(locale?: string): (value: number) => string;
export function formatAuto(value: any): string;
export function formatNumber(value: number): string;
export as namespace Inputs;
