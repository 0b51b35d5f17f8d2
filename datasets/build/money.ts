import { float64, int16, label } from "./column.ts";
import { type Origin, type TableDataset, table } from "./dataset.ts";

const FIRST = 2015;
const INVERTED = "GBP";

/**
 * Annual averages of noon buying rates in New York, 2015 to 2025: units of the currency by US dollar; of the pound US dollars by pound, as it is
 * published. Of the euro and the dollars of Australia and New Zealand the reciprocals as the collection carries them.
 */
const rates: Readonly<Record<string, readonly number[]>> = {
  AUD: [1.3294, 1.3432, 1.3036, 1.3367, 1.4384, 1.4495, 1.3307, 1.4386, 1.5051, 1.5158, 1.5504],
  BRL: [3.336, 3.4839, 3.191, 3.6513, 3.944, 5.1587, 5.3958, 5.1605, 4.9946, 5.3872, 5.5891],
  CAD: [1.2791, 1.3243, 1.2984, 1.2957, 1.3269, 1.3422, 1.2533, 1.3014, 1.3494, 1.3699, 1.3973],
  CHF: [0.9628, 0.9848, 0.9842, 0.9784, 0.9937, 0.9389, 0.9144, 0.955, 0.8984, 0.8808, 0.8305],
  CNY: [6.2827, 6.64, 6.7569, 6.609, 6.9081, 6.9042, 6.4508, 6.729, 7.0809, 7.1957, 7.1875],
  DKK: [6.7263, 6.7276, 6.5957, 6.3131, 6.6703, 6.543, 6.2897, 7.0786, 6.89, 6.8955, 6.6137],
  EUR: [0.9012, 0.9032, 0.8849, 0.8462, 0.8933, 0.8764, 0.8453, 0.9493, 0.9245, 0.9242, 0.8845],
  GBP: [1.5284, 1.3555, 1.289, 1.3363, 1.2768, 1.2829, 1.3764, 1.2371, 1.244, 1.2781, 1.3192],
  HKD: [7.7524, 7.762, 7.7926, 7.8376, 7.8351, 7.7559, 7.7727, 7.8306, 7.8292, 7.803, 7.7956],
  INR: [64.1073, 67.1572, 65.0659, 68.3734, 70.3777, 74.1429, 73.9351, 78.5792, 82.5708, 83.6566, 87.1468],
  JPY: [121.0491, 108.6569, 112.0986, 110.3974, 109.0188, 106.7754, 109.8429, 131.4589, 140.5001, 151.4551, 149.5686],
  KRW: [
    1130.9603, 1159.3422, 1129.0435, 1099.2926, 1165.8016, 1180.5554, 1144.8911, 1291.7796, 1306.7637, 1363.4381,
    1421.3963,
  ],
  MXN: [15.8735, 18.6674, 18.8841, 19.2179, 19.2469, 21.5462, 20.2844, 20.1208, 17.7334, 18.3062, 19.2052],
  MYR: [3.9041, 4.1372, 4.2982, 4.0307, 4.1416, 4.2029, 4.1439, 4.3982, 4.5577, 4.5747, 4.2809],
  NOK: [8.0681, 8.3936, 8.2679, 8.1318, 8.8001, 9.4283, 8.5955, 9.6138, 10.5659, 10.7574, 10.3852],
  NZD: [1.4284, 1.4335, 1.4063, 1.4432, 1.5172, 1.5389, 1.4136, 1.5721, 1.6279, 1.6529, 1.7176],
  SEK: [8.435, 8.5541, 8.543, 8.6945, 9.4604, 9.2167, 8.5812, 10.1177, 10.6089, 10.5744, 9.806],
  SGD: [1.3746, 1.38, 1.3802, 1.3486, 1.3641, 1.38, 1.3438, 1.3787, 1.3428, 1.3363, 1.3065],
  THB: [34.2415, 35.2635, 33.9134, 32.3035, 31.0419, 31.307, 32.0052, 35.05, 34.7841, 35.2845, 32.8619],
  TWD: [31.7443, 32.2264, 30.4016, 30.1294, 30.9049, 29.4568, 27.9366, 29.7963, 31.1525, 32.1064, 31.1663],
  ZAR: [12.7645, 14.6821, 13.2943, 13.2255, 14.4475, 16.4932, 14.7751, 16.3598, 18.4535, 18.3346, 17.8782],
};

/** Annual averages of the index of all items for all urban consumers, not seasonally adjusted, from the first year on. */
const index = [237.017, 240.007, 245.12, 251.107, 255.657, 258.811, 270.97, 292.655, 304.702, 313.689, 321.943];

const federalReserve: Origin = {
  publisher: "Board of Governors of the Federal Reserve System",
  citation: "Board of Governors of the Federal Reserve System, Foreign Exchange Rates, release G.5A (annual averages).",
  vintage: "2025",
  licence: "public domain (US government work)",
  licence_confirmed: false,
  source:
    "Federal Reserve release G.5A; numbers as carried by datasets/exchange-rates@6ce89dd2d063b130ab001c0e34933510ec45aac5 data/annual.csv, of the pound by series AEXUSUK of FRED; 2017 to 2023 held against the releases of 4 January 2021 and 1 February 2024",
};

const laborStatistics: Origin = {
  publisher: "US Bureau of Labor Statistics",
  citation: "US Bureau of Labor Statistics, Consumer Price Index for All Urban Consumers, series CUUR0000SA0.",
  vintage: "2025",
  licence: "public domain (US government work)",
  licence_confirmed: false,
  source: "Bureau of Labor Statistics, series CUUR0000SA0, period M13 (annual average), written down for this notebook",
};

/** What brings money of a currency and a year to dollars of another: exchange rates, and prices of the United States. */
export function buildMoney(): TableDataset[] {
  const rows = Object.entries(rates).flatMap(([currency, values]) =>
    values.map((value, k) => ({
      currency,
      year: FIRST + k,
      perUsd: currency === INVERTED ? 1 / value : value,
    })),
  );
  const years = [FIRST, FIRST + index.length - 1] as const;
  return [
    table(
      {
        name: "exchange_rates",
        title: "Exchange rates of currencies to the US dollar, annual averages, 2015–2025",
        title_zh: "各货币对美元的汇率，年平均，2015—2025年",
        kind: "lifecycle",
        summary: "Units of 21 currencies by US dollar, so that money spent can be brought to the dollars of a factor.",
        years,
        traps: [
          "Averages of a calendar year: a year of account has another mean.",
          "Market rates, not purchasing power: what the same money buys differs between countries.",
          "Of the pound the reciprocal of the published dollars by pound.",
        ],
      },
      federalReserve,
      [
        label(
          "currency",
          rows.map(({ currency }) => currency),
          "ISO 4217 code",
        ),
        int16(
          "year",
          rows.map(({ year }) => year),
          "none",
          "Calendar year",
        ),
        float64(
          "per_usd",
          rows.map(({ perUsd }) => perUsd),
          "currency/USD",
          "Units of the currency for one US dollar, mean of the year",
        ),
      ],
    ),
    table(
      {
        name: "price_index_us",
        title: "Consumer prices in the United States, annual averages, 2015–2025",
        title_zh: "美国消费者价格指数，年平均，2015—2025年",
        kind: "lifecycle",
        summary: "Index of all items for all urban consumers, to bring dollars of one year to those of another.",
        years,
        traps: [
          "Prices of all that consumers buy: those of one commodity, or of what firms buy, move otherwise.",
          "Of 2025 the mean of eleven months: October was not surveyed.",
        ],
      },
      laborStatistics,
      [
        int16(
          "year",
          index.map((_, k) => FIRST + k),
          "none",
          "Calendar year",
        ),
        float64("cpi", index, "1982-84=100", "Index, mean of the year"),
      ],
    ),
  ];
}
