import { hostileSql } from "./hostile-sql.ts";

const pieces = [
  ..."select from where group by order limit with as union all values insert into update set delete drop create or replace temp table view macro alter rename to comment on is pivot using explain analyze prepare execute begin commit rollback attach detach use pragma call copy mrio_regions region region_index datasets main memory system t x sum count max min".split(
    " ",
  ),
  ..."( ) , ; * . = < > + - / || :: ? ' \" $$ $a$ -- /* */ E' [ ] { } : => -> # @ \\ \n \r \0 ä 数 \u00a0 0 1 -1 1e3 .5 null".split(
    " ",
  ),
  "",
  "\ud800",
];

/** Texts of SQL, the same for the same seed: pieces in any order, and statements with some pieces changed. */
export function* sqlTexts(seed: number, count: number): Generator<string> {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const honest = [
    "select region, sum(region_index) from mrio_regions group by region order by 2 desc limit 3",
    "with a as (select * from mrio_regions) select count(*) from a join mrio_regions b using (region)",
    "create or replace table t as select * from mrio_regions; select count(*) from t",
    "pivot mrio_regions on un_region using count(*) group by region",
  ];
  const whole = [...honest, ...hostileSql("local").flatMap(({ queries }) => queries)];
  for (let i = 0; i < count; ++i) {
    if (random() < 0.4) {
      yield Array.from({ length: 1 + Math.floor(random() * 14) }, () => pick(pieces)).join(random() < 0.8 ? " " : "");
      continue;
    }
    const parts = pick(random() < 0.5 ? honest : whole).split(/(\s+|\b)/);
    for (let n = Math.floor(random() * 3); n > 0; --n) {
      const at = Math.floor(random() * parts.length);
      const how = random();
      if (how < 0.4) parts.splice(at, 1);
      else if (how < 0.8) parts.splice(at, 1, pick(pieces));
      else parts.splice(at, 0, pick(parts));
    }
    yield parts.join("");
  }
}

/** What no sentence of an error holds. */
export const rawError = /TypeError|RangeError|RuntimeError|TransactionContext|INTERNAL|undefined|\[object|stack/;

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
