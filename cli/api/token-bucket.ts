/** A clock: milliseconds since any fixed moment. */
export type Clock = () => number;

/** How often something may be done: so many times at once, and so many a minute in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/** Counts down what is still allowed: each use takes one token, and time refills the bucket up to its burst. */
export class TokenBucket {
  readonly #rate: Rate;
  readonly #clock: Clock;
  #tokens: number;
  #filledAt: number;

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate;
    this.#clock = clock;
    this.#tokens = rate.burst;
    this.#filledAt = clock();
  }

  /** Takes a token and returns 0; if there is none, returns after how many seconds, rounded up, there will be one. */
  take(): number {
    const now = this.#clock();
    const perMillisecond = this.#rate.perMinute / 60_000;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + (now - this.#filledAt) * perMillisecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return Math.ceil((1 - this.#tokens) / perMillisecond / 1000);
    this.#tokens -= 1;
    return 0;
  }
}
