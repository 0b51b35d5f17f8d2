import { tick } from "./tick.ts";

/** Who has not settled yet, and who waits until they have. */
export class IdleTracker<Member> {
  readonly #unsettled = new Set<Member>();
  readonly #waiting = new Set<() => void>();
  /** Those who wait for one member: they look whenever any has settled. */
  readonly #watching = new Set<() => void>();
  readonly #settled: () => void;

  /** `settled` is called whenever something has, before anybody who waits looks. */
  constructor(settled: () => void) {
    this.#settled = settled;
  }

  /** Whether a member is still to settle. */
  awaits(member: Member): boolean {
    return this.#unsettled.has(member);
  }

  expect(member: Member): void {
    this.#unsettled.add(member);
  }

  settle(member: Member): void {
    if (this.#unsettled.delete(member)) this.look();
  }

  /** Something settled: those who wait for quiet look again. */
  look(): void {
    this.#settled();
    for (const resolve of this.#watching) resolve();
    this.#watching.clear();
    if (this.#unsettled.size > 0) return;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  /** Resolves when everybody has settled and nothing moves otherwise. */
  async whole(isMoving: () => boolean): Promise<void> {
    await tick();
    while (this.#unsettled.size > 0 || isMoving()) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
      await tick();
    }
  }

  /** Resolves when one thing no longer moves, whatever others do. */
  async until(isMoving: () => boolean): Promise<void> {
    await tick();
    while (isMoving()) {
      await new Promise<void>((resolve) => this.#watching.add(resolve));
      await tick();
    }
  }
}
