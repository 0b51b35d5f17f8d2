/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = {};
