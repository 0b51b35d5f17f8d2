/** Raised when what is given cannot be a distribution, a correlation, a model or a sample. The message is a sentence. */
export class UncertaintyError extends Error {
  override readonly name = "UncertaintyError";
  /** Where the trouble stands in the input, e.g. `variables.ef.sd`. */
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** The number itself, if it is one and finite; otherwise an error that names it. */
export function finite(name: string, value: number | undefined): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new UncertaintyError(name, `${name} should be a finite number, but ${value ?? "nothing"} came.`);
  return value;
}

/** The number itself, if it is above zero. */
export function positive(name: string, value: number | undefined): number {
  if (!(finite(name, value) > 0))
    throw new UncertaintyError(name, `${name} should be above 0, but ${value} came. Give it as a positive number.`);
  return value as number;
}

/** The number itself, if it is a whole one of at least `least`. */
export function count(name: string, value: number, least = 1): number {
  if (!Number.isInteger(value) || value < least)
    throw new UncertaintyError(name, `${name} should be a whole number of at least ${least}, but ${value} came.`);
  return value;
}

/** Runs a construction; where it fails, its sentence begins with the name of the variable at fault. */
export function naming<T>(variable: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof UncertaintyError)
      throw new UncertaintyError(`${variable}.${error.field}`, `${variable}: ${error.message}`);
    throw error;
  }
}
