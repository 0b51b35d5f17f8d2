/** A span of time beside the year: the year before, a plan, the year to date, and one month of it. */
export type Span = "before" | "plan" | "toDate" | "month";

/** Words of heads by the span that their column is of, the most telling first. */
export const spanWords: readonly (readonly [Span, readonly string[]])[] = [
  [
    "before",
    [
      ..."last year|previous year|prior year|same period last year|same month last year|prior period|py|vorjahr|vorjahreszeitraum|année précédente|n-1|año anterior|ano anterior|anno precedente|poprzedni rok|vorig jaar".split(
        "|",
      ),
      ..."上年|去年|同期|上一年".split("|"),
    ],
  ],
  [
    "plan",
    [
      ..."budget|budgeted|plan|planned|target|forecast|soll|prévu|presupuesto|previsto|objectif|objetivo".split("|"),
      ..."预算|计划|目标|定额|指标值".split("|"),
    ],
  ],
  [
    "toDate",
    [
      ..."ytd|year to date|year-to-date|cumulative|cumulated|kumuliert|cumul|acumulado|progressivo|narastająco|cumulatief".split(
        "|",
      ),
      ..."累计|年初至今|本年".split("|"),
    ],
  ],
  [
    "month",
    [
      ..."this month|current month|month|monthly|mtd|month to date|monat|laufender monat|berichtsmonat|mois|mois en cours|mes|mês|mese|maand".split(
        "|",
      ),
      ..."本月|当月|本期".split("|"),
    ],
  ],
];
