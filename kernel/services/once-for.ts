/** The pending or settled value of a key; made once, and again only after a failure. */
export function onceFor<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const pending = known.get(key);
  if (pending) return pending;
  const made = make();
  known.set(key, made);
  made.catch(() => known.get(key) === made && known.delete(key));
  return made;
}
