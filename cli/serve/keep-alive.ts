/**
 * How long the servers of this command keep a connection that nothing comes over, in milliseconds. By default it would be five
 * seconds, counted on while the process computes: a request that came meanwhile over a connection so kept would find it reset
 * instead of an answer, and a client may not send a POST again of its own accord. Clients take the time from the header
 * `Keep-Alive` and close earlier.
 */
export const keepAlive = { keepAliveTimeout: 65_000 };
