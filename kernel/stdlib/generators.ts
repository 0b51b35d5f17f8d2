/** The asynchronous generators of notebooks. The dataflow pulls values, at most one per animation frame. */

/** The newest value that an initialiser reports; values that are not pulled in time are dropped. */
export function observe<T>(initialize: (change: (value: T) => void) => (() => void) | undefined): AsyncGenerator<T> {
  let waiting: ((result: IteratorResult<T>) => void) | null = null;
  let newest: { value: T } | null = null;
  let done = false;
  const dispose = initialize((value) => {
    if (waiting) {
      waiting({ done: false, value });
      waiting = null;
    } else {
      newest = { value };
    }
  });
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return(undefined);
    },
    next() {
      if (done) return Promise.resolve({ done, value: undefined });
      if (newest) {
        const { value } = newest;
        newest = null;
        return Promise.resolve({ done: false, value });
      }
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    return() {
      done = true;
      waiting?.({ done: true, value: undefined });
      dispose?.();
      return Promise.resolve({ done: true, value: undefined });
    },
    throw(error: unknown) {
      done = true;
      dispose?.();
      return Promise.reject(error);
    },
  } as AsyncGenerator<T>;
}

/** The values of an input element: the current one, and each new one. */
export function input<T = unknown>(element: EventTarget & { value?: T }): AsyncGenerator<T> {
  return observe<T>((change) => {
    const type = eventOf(element);
    const onChange = () => change(readInput(element) as T);
    const first = readInput(element);
    if (first !== undefined) change(first as T);
    element.addEventListener(type, onChange);
    return () => element.removeEventListener(type, onChange);
  });
}

/** A counter that increases by one each time it is pulled, after the given delay. */
export async function* range(start: number, stop = Number.POSITIVE_INFINITY, milliseconds = 0): AsyncGenerator<number> {
  for (let i = start; i < stop; ++i) {
    yield i;
    if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
}

/** The current time, in milliseconds since 1970, each time it is pulled. */
export function* now(): Generator<number> {
  for (;;) yield Date.now();
}

/** Whether the page, or the system where it follows that, is dark: now, and after each change. */
export function dark(): AsyncGenerator<boolean> {
  return observe<boolean>((change) => {
    const system = matchMedia("(prefers-color-scheme: dark)");
    let last: boolean | undefined;
    const look = () => {
      const schemes = (getComputedStyle(document.documentElement).colorScheme ?? "").split(/\s+/);
      const isDark = schemes.includes("dark") && (!schemes.includes("light") || system.matches);
      if (isDark === last) return;
      last = isDark;
      change(isDark);
    };
    look();
    // The page's choice is an attribute of the root element.
    const themes = new MutationObserver(look);
    themes.observe(document.documentElement, { attributes: true });
    system.addEventListener("change", look);
    return () => {
      themes.disconnect();
      system.removeEventListener("change", look);
    };
  });
}

/** The width of an element's content in pixels, each time it changes. */
export function width(element: Element): AsyncGenerator<number> {
  return observe<number>((change) => {
    let last: number | undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width } = entry!.contentRect;
      if (width === last) return;
      last = width;
      change(width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
}

/** All values that an initialiser reports, in order, without dropping any. */
export function queue<T>(initialize: (change: (value: T) => void) => (() => void) | undefined): AsyncGenerator<T> {
  const values: T[] = [];
  let wake: (() => void) | null = null;
  let done = false;
  const dispose = initialize((value) => {
    values.push(value);
    wake?.();
  });
  return (async function* () {
    try {
      while (!done) {
        while (values.length > 0) yield values.shift()!;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      done = true;
      dispose?.();
    }
  })();
}

export function eventOf(element: EventTarget): string {
  switch ((element as HTMLInputElement).type) {
    case "button":
    case "submit":
    case "checkbox":
      return "click";
    case "file":
      return "change";
    default:
      return "input";
  }
}

export function readInput(element: EventTarget & { value?: unknown }): unknown {
  if (element instanceof HTMLSelectElement && element.multiple) {
    return Array.from(element.selectedOptions, (option) => option.value);
  }
  const field = element as HTMLInputElement;
  switch (field.type) {
    case "range":
    case "number":
      return field.valueAsNumber;
    case "date":
      return field.valueAsDate;
    case "checkbox":
      return field.checked;
    case "file":
      return field.multiple ? field.files : field.files?.[0];
    default:
      return element.value;
  }
}
