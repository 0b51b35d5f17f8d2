/** Queries of a hostile notebook, one after the other, and what they would falsify where nothing protects. */
export interface HostileSql {
  readonly title: string;
  readonly queries: readonly string[];
  /** What they would falsify; left out, the dataset `mrio_regions`. */
  readonly probe?: string;
  /** Whether they change what the same notebook sees too, and may: its own table, its own variable. */
  readonly own?: true;
}

/** The rows of the dataset, and what functions make of them. */
export const datasetProbe =
  "select count(*)::int as n, sum(region_index)::int as s, md5(string_agg(upper(region || name_en), ',' order by region)) as h, min(comment) as c from mrio_regions, (select max(comment) as comment from duckdb_tables() where table_name = 'mrio_regions')";

const columns =
  "select string_agg(column_name || data_type, ',' order by column_index) as c from duckdb_columns() where table_name = 'mrio_regions'";
const places = ["datasets.main.mrio_regions", "datasets.mrio_regions", "main.mrio_regions", "memory.main.mrio_regions"];
const zero = "update mrio_regions set region_index = 0";
const forged = "select 7 as region_index, 'X' as region, 'X' as name_en";
const setting = (name: string) => `select value as v from duckdb_settings() where name = '${name}'`;

/** `folder` is a place to which an unprotected database can write. */
export function hostileSql(folder: string): readonly HostileSql[] {
  return [
    { title: "update a dataset", queries: [zero] },
    {
      title: "update it by every qualified name",
      queries: places.map((name) => `update ${name} set region_index = 0`),
    },
    { title: "update it by a quoted name", queries: ['update "mrio_regions" set "region_index" = 0'] },
    { title: "update it in capitals", queries: ["UPDATE MRIO_REGIONS SET REGION_INDEX = 0"] },
    {
      title: "update it behind a WITH",
      queries: ["with x as (select 0 as z) update mrio_regions set region_index = z from x"],
    },
    { title: "delete rows", queries: ["delete from mrio_regions where region_index > 3"] },
    {
      title: "delete rows with USING",
      queries: ["delete from mrio_regions using range(3) r(i) where region_index = i"],
    },
    { title: "delete rows behind a WITH", queries: ["with x as (select 1) delete from mrio_regions"] },
    { title: "truncate it", queries: ["truncate mrio_regions"] },
    { title: "insert rows", queries: ["insert into mrio_regions (region_index, region) values (99, 'XXX')"] },
    { title: "insert its own rows again", queries: ["insert into mrio_regions from mrio_regions returning region"] },
    {
      title: "insert behind a WITH",
      queries: ["with x as (select 9 as i) insert into mrio_regions (region_index) from x"],
    },
    {
      title: "merge into it",
      queries: ["merge into mrio_regions m using (select 1 as i) x on m.region_index = x.i when matched then delete"],
    },
    { title: "drop it", queries: ["drop table mrio_regions"] },
    {
      title: "drop it if it exists, with what rests on it",
      queries: ["drop table if exists datasets.main.mrio_regions cascade"],
    },
    { title: "drop the schema of the datasets", queries: ["drop schema datasets.main cascade", "detach datasets"] },
    { title: "create or replace it", queries: [`create or replace table mrio_regions as ${forged}`] },
    {
      title: "replace it where it stands",
      queries: [`create or replace table datasets.main.mrio_regions as ${forged}`],
    },
    { title: "create a table before it", queries: [`create table mrio_regions as ${forged}`] },
    { title: "create a quoted table before it", queries: [`create table "MRIO_Regions" as ${forged}`] },
    {
      title: "create a table if there is none",
      queries: [`create table if not exists memory.main.mrio_regions as ${forged}`],
    },
    { title: "create a view before it", queries: [`create view mrio_regions as ${forged}`] },
    {
      title: "create a recursive view before it",
      queries: [`create recursive view mrio_regions (region_index, region, name_en) as ${forged}`],
    },
    { title: "create a temporary table before it", queries: [`create temp table mrio_regions as ${forged}`] },
    {
      title: "create a temporary view before it",
      queries: [`create or replace temporary view mrio_regions as ${forged}`],
    },
    {
      title: "rename a table to its name",
      queries: [`create table t as ${forged}`, "alter table t rename to mrio_regions"],
      own: true,
    },
    {
      title: "rename a view to its name",
      queries: [`create view t as ${forged}`, "alter view t rename to mrio_regions"],
      own: true,
    },
    { title: "rename it", queries: ["alter table mrio_regions rename to gone"] },
    { title: "add a column", queries: ["alter table mrio_regions add column z int"], probe: columns },
    { title: "drop a column", queries: ["alter table mrio_regions drop column iso3"], probe: columns },
    { title: "rename a column", queries: ["alter table mrio_regions rename column iso3 to code"], probe: columns },
    {
      title: "change a column's type",
      queries: ["alter table mrio_regions alter region_index type double"],
      probe: columns,
    },
    {
      title: "give a column a default",
      queries: ["alter table mrio_regions alter region_index set default 5"],
      probe: "select column_default as d from duckdb_columns() where table_name = 'mrio_regions' and column_index = 1",
    },
    { title: "comment on it", queries: ["comment on table mrio_regions is 'of 1890'"] },
    {
      title: "comment on a column",
      queries: ["comment on column mrio_regions.region is 'of 1890'"],
      probe: "select max(comment) as c from duckdb_columns() where table_name = 'mrio_regions'",
    },
    {
      title: "index it",
      queries: ["create unique index i on mrio_regions (region)"],
      probe: "select count(*)::int as n from duckdb_indexes()",
    },
    { title: "update it behind another statement", queries: [`select 1; ${zero}`] },
    { title: "update it in a transaction", queries: [`begin; ${zero}; commit`] },
    { title: "update it in a transaction over three queries", queries: ["begin transaction", zero, "commit"] },
    {
      title: "end the transaction and update it",
      queries: [`commit; ${zero}`, `select 1; commit; ${zero}; begin`, `end; ${zero}`, zero],
    },
    {
      title: "roll back and update it",
      queries: [`rollback; ${zero}`, `abort; ${zero}`, `select 1; rollback; begin; ${zero}; commit`, zero],
    },
    {
      title: "end the transaction by an EXPLAIN",
      queries: [`explain analyze commit; ${zero}`, `explain (analyze) commit; ${zero}`, zero],
    },
    { title: "update it by an EXPLAIN", queries: [`explain analyze ${zero}`] },
    { title: "update it by a prepared statement", queries: [`prepare p as ${zero}`, "execute p"] },
    { title: "hide an update behind an escaped quote", queries: [`select E'\\'' as a; ${zero}; select E'\\''`] },
    { title: "hide an update behind an escaped backslash", queries: [`select e'\\\\' as a; ${zero}; --'`] },
    { title: "hide an update behind comments in each other", queries: [`select 1 /* /* */ ' */; ${zero}; select '1'`] },
    { title: "hide an update behind a comment's end", queries: [`select 1 -- '\r; ${zero}; --'`] },
    { title: "hide an update behind dollars", queries: [`select $a$ $b$ ' $a$; ${zero}; select $a$ ' $a$`] },
    { title: "hide an update behind names with dollars", queries: [`select 1 as a$$; ${zero}; select 1 as b$$`] },
    {
      title: "hide an update behind a letter with dollars",
      queries: [`select 1 as 数$数$; ${zero}; select 1 as 数$数$`],
    },
    { title: "hide an update behind a quote in a name", queries: [`select 1 as "a""; '"; ${zero}; select '"'`] },
    { title: "hide an update behind wide spaces", queries: [`select 1;\u00a0\u2003${zero}`] },
    {
      title: "update it from a file that was written",
      queries: [`copy mrio_regions to '${folder}/r.csv'`, `copy mrio_regions from '${folder}/r.csv'`],
    },
    {
      title: "export the database, and import it",
      queries: [
        `export database '${folder}/e'`,
        `create or replace table memory.main.mrio_regions as ${forged}`,
        `import database '${folder}/e'`,
      ],
    },
    {
      title: "copy the datasets' catalog over the notebook's",
      queries: ["copy from database datasets to memory", "delete from memory.main.mrio_regions"],
    },
    {
      title: "search elsewhere with SET search_path",
      queries: [`create schema o; create table o.mrio_regions as ${forged}`, "set search_path = 'o'"],
    },
    {
      title: "search elsewhere with SET schema",
      queries: [`create schema o; create table o.mrio_regions as ${forged}`, "set schema = 'o'"],
    },
    {
      title: "search elsewhere with USE",
      queries: [`create schema o; create table o.mrio_regions as ${forged}`, "use o"],
    },
    {
      title: "attach a database and use it",
      queries: ["attach ':memory:' as z", `create table z.main.mrio_regions as ${forged}`, "use z"],
    },
    { title: "detach the datasets", queries: ["detach datasets"] },
    {
      title: "detach the datasets and forge them",
      queries: [
        "detach datasets; attach ':memory:' as datasets",
        `create table datasets.main.mrio_regions as ${forged}`,
      ],
    },
    ...["", "main.", "memory.main."].map((place) => ({
      title: `replace a function by the macro ${place}sum`,
      queries: [`create or replace macro ${place}sum(x) as 42`],
    })),
    {
      title: "replace a function by a temporary macro",
      queries: ["create temp macro string_agg(a, b) as 'x'", "create temp macro upper(a) as 'x'"],
    },
    { title: "replace a function by CREATE FUNCTION in capitals", queries: ["CREATE FUNCTION UPPER(x) AS 'x'"] },
    { title: "replace a function by a quoted macro", queries: ["create macro \"md5\"(x) as 'x'"] },
    { title: "replace an operator", queries: ["create macro \"||\"(a, b) as 'x'"] },
    { title: "replace a count", queries: ["create macro count_star() as 1, sum(x) as 1", "create macro sum(x) as 1"] },
    {
      title: "replace what tables are asked of",
      queries: ["create macro duckdb_tables() as table select 'mrio_regions' as table_name, 'x' as comment"],
    },
    {
      title: "replace the number of the transaction, and leave it",
      queries: [
        `create macro txid_current() as 1; commit; ${zero}`,
        `create macro txid_current() as 1`,
        `commit; ${zero}`,
        zero,
      ],
    },
    ...(
      [
        ["integer_division = true", "select 1 / 2 as v"],
        ["global integer_division = true", "select 1 / 2 as v"],
        ["default_order = 'desc'", "select list(x) as v from (select x from range(3) t(x) order by x)"],
        [
          "default_null_order = 'nulls_first'",
          "select first(x)::int as v from (from (values (1), (null)) t(x) order by x)",
        ],
        ["ieee_floating_point_ops = false", "select 1e0 / 0 as v"],
        ["memory_limit = '1MB'", setting("memory_limit")],
        ["errors_as_json = true", setting("errors_as_json")],
      ] as const
    ).map(([assignment, probe]) => ({ title: `set ${assignment}`, queries: [`set ${assignment}`], probe })),
    {
      title: "profile every statement",
      queries: ["pragma enable_profiling = 'no_output'"],
      probe: setting("enable_profiling"),
    },
    {
      title: "compare without case",
      queries: ["pragma default_collation = 'nocase'", "set default_collation = 'nocase'"],
      probe: "select 'a' = 'A' as v",
    },
    { title: "keep a log", queries: ["call enable_logging()"], probe: setting("enable_logging") },
    {
      title: "set through an EXPLAIN",
      queries: ["explain analyze set integer_division = true"],
      probe: "select 1 / 2 as v",
    },
    // What a notebook may do for itself, and no other sees.
    { title: "create a table", queries: ["create table t as select 1 as a"], probe: "select a from t", own: true },
    { title: "create a view", queries: ["create view t as select 1 as a"], probe: "select a from t", own: true },
    {
      title: "create a temporary table",
      queries: ["create temp table t as select 1 as a"],
      probe: "select a from t",
      own: true,
    },
    { title: "create a macro", queries: ["create macro twice(x) as 2 * x"], probe: "select twice(2) as a", own: true },
    {
      title: "create a type",
      queries: ["create type mood as enum ('good', 'bad')"],
      probe: "select 'good'::mood as a",
      own: true,
    },
    {
      title: "create a sequence and take from it",
      queries: ["create sequence s", "select nextval('s')"],
      probe: "select nextval('s')::int as a",
      own: true,
    },
    { title: "prepare a statement", queries: ["prepare p as select 1 as a"], probe: "execute p", own: true },
    { title: "set a variable", queries: ["set variable v = 3"], probe: "select getvariable('v') as a", own: true },
    {
      title: "leave its text among the tables",
      queries: ["create table secret_plan as select 1 as a"],
      probe: "select count(*)::int as n from duckdb_tables() where table_name = 'secret_plan'",
      own: true,
    },
    {
      title: "leave its text among the columns",
      queries: ["create table t as select 1 as secret_column"],
      probe: "select count(*)::int as n from information_schema.columns where column_name = 'secret_column'",
      own: true,
    },
  ];
}

/** A database as a text that can be compared: the rows of an answer, or why there is none. */
export async function answerOf(ask: (sql: string) => Promise<Iterable<unknown>>, sql: string): Promise<string> {
  try {
    return JSON.stringify([...(await ask(sql))], (_, value) => (typeof value === "bigint" ? String(value) : value));
  } catch (error) {
    return `refused: ${(error as Error).message.split("\n")[0]}`;
  }
}
