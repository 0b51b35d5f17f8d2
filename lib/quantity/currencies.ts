/** Currencies that units are written in, by their codes of ISO 4217. */
export const currencies: readonly string[] =
  "USD EUR CNY JPY GBP CHF AUD CAD HKD SGD INR KRW BRL MXN SEK NOK DKK PLN CZK HUF ZAR TWD THB IDR MYR NZD TRY".split(
    " ",
  );

/** Signs that several currencies share, the most usual first. */
export const sharedSigns: ReadonlyMap<string, readonly string[]> = new Map([
  ["$", ["USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN"]],
  ["¥", ["CNY", "JPY"]],
  ["kr", ["SEK", "NOK", "DKK"]],
]);
