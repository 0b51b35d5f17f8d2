const methods = ["log", "info", "warn", "error"] as const;

/**
 * Runs a function of a library without what it writes to the console, which in Node is the user's terminal: words for the library's
 * authors, that no option of it turns off. The function must not be asynchronous, so that nobody else is silenced.
 */
export function silently<T>(body: () => T): T {
  const own = methods.map((method) => [method, console[method]] as const);
  for (const method of methods) console[method] = () => {};
  try {
    return body();
  } finally {
    for (const [method, written] of own) console[method] = written;
  }
}
