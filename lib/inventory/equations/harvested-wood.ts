import { equation } from "../equation.ts";

/** Harvested wood products: IPCC 2006 Guidelines, Vol 4 Ch 12. First-order decay of a pool in use. */

export const woodPool = equation({
  id: "V4 Eq 12.1",
  title: { en: "Carbon of the pool at the beginning of the next year", zh: "次年年初碳库" },
  symbol: "C_next",
  unit: "t C",
  formula: "exp(-k) * C + if(k == 0, 1, -expm1(-k) / k) * Inflow",
  variables: {
    C: { unit: "t C", name: { en: "pool at the beginning of the year", zh: "年初碳库" } },
    k: { unit: "1/yr", name: { en: "decay", zh: "衰减系数" } },
    Inflow: { unit: "t C", name: { en: "products that come in", zh: "新增木产品" } },
  },
  annual: true,
});

export const woodPoolChange = equation({
  id: "V4 Eq 12.1 (ΔC)",
  title: { en: "Change of the pool", zh: "碳库变化" },
  symbol: "dC",
  unit: "t C",
  formula: "C_next - C",
  variables: {
    C: { unit: "t C", name: { en: "pool before", zh: "此前碳库" } },
    C_next: { unit: "t C", name: { en: "pool after", zh: "此后碳库" } },
  },
});

export const initialPool = equation({
  id: "V4 Eq 12.6",
  title: { en: "Inflow before the records", zh: "有记录以前的输入量" },
  symbol: "Inflow",
  unit: "t C",
  formula: "V * exp(-U * years)",
  variables: {
    V: { unit: "t C", name: { en: "inflow of the first recorded year", zh: "首个有记录年份的输入量" } },
    U: { unit: "1/yr", name: { en: "growth of the inflow before it", zh: "此前输入量的增长率" } },
    years: { unit: "1", name: { en: "years before it", zh: "此前年数" } },
  },
  annual: true,
});
