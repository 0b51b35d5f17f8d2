// `Promises` of Observable's older notebooks.

/** A promise of a value after a time in milliseconds. */
export function delay<Value>(duration: number, value?: Value): Promise<Value | undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(value), Math.max(0, duration)));
}

/** A promise of a value at a time, in milliseconds since 1970. */
export function when<Value>(time: number | Date, value?: Value): Promise<Value | undefined> {
  return delay(Number(time) - Date.now(), value);
}

/** A promise of a value at the next whole multiple of a duration in milliseconds. */
export function tick<Value>(duration: number, value?: Value): Promise<Value | undefined> {
  return delay(duration - (Date.now() % duration), value);
}
