import { tick } from "./tick.ts";

/** Tracks unsettled members, and resolves waiters when they have settled. */
export class IdleTracker<Member> {
  readonly #unsettled = new Set<Member>();
  readonly #waiting = new Set<() => void>();
  /** Waiters for a single condition: they check it whenever a member has settled. */
  readonly #watching = new Set<() => void>();
  readonly #settled: () => void;

  /** `settled` is called whenever a member has settled, before waiters are resolved. */
  constructor(settled: () => void) {
    this.#settled = settled;
  }

  /** Whether a member has not settled yet. */
  isPending(member: Member): boolean {
    return this.#unsettled.has(member);
  }

  expect(member: Member): void {
    this.#unsettled.add(member);
  }

  settle(member: Member): void {
    if (this.#unsettled.delete(member)) this.check();
  }

  /** Called after something has settled: resolves waiters. */
  check(): void {
    this.#settled();
    for (const resolve of this.#watching) resolve();
    this.#watching.clear();
    if (this.#unsettled.size > 0) return;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  /** Resolves when all members have settled and nothing else is active. */
  async allSettled(isActive: () => boolean): Promise<void> {
    await tick();
    while (this.#unsettled.size > 0 || isActive()) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
      await tick();
    }
  }

  /** Resolves when a condition no longer holds, regardless of other members. */
  async until(isActive: () => boolean): Promise<void> {
    await tick();
    while (isActive()) {
      await new Promise<void>((resolve) => this.#watching.add(resolve));
      await tick();
    }
  }
}
