/** What names a stressor: two accounts may have stressors of one name. */
interface Named {
  readonly name: string;
  readonly account: string;
}

/**
 * The stressors with distinct names: those whose name several accounts have get the account behind it, in parentheses, and so do
 * those whose own name ends as if it had one.
 */
export function distinctStressors<S extends Named>(stressors: readonly S[]): S[] {
  const accounts = new Map<string, Set<string>>();
  for (const { name, account } of stressors) accounts.set(name, (accounts.get(name) ?? new Set()).add(account));
  const ends = [...new Set(stressors.map(({ account }) => endOf(account)))];
  return stressors.map((each) => {
    const isUnclear = accounts.get(each.name)!.size > 1 || ends.some((end) => each.name.endsWith(end));
    return isUnclear ? { ...each, name: each.name + endOf(each.account) } : each;
  });
}

/** The names of the stressors within their accounts, from which `distinctStressors` makes those given. */
export function namesInAccounts(stressors: readonly Named[]): string[] {
  const bare = stressors.map(({ name, account }) => {
    const end = endOf(account);
    return { name: name.endsWith(end) ? name.slice(0, -end.length) : name, account };
  });
  const made = distinctStressors(bare);
  const isInverse = made.every(({ name }, k) => name === stressors[k]!.name);
  return (isInverse ? bare : stressors).map(({ name }) => name);
}

function endOf(account: string): string {
  return ` (${account})`;
}
