import { describe, expect, test } from "vitest";
import { creatorsOf } from "../../../app/session/table-creators.ts";
import { allowedStatements } from "../../../kernel/services/guarded-database.ts";
import { mentionedNames, placeLiterals } from "../../../kernel/services/sql.ts";
import { refusalOf, statementsOf } from "../../../kernel/services/sql-statements.ts";
import { sqlTokens } from "../../../kernel/services/sql-tokens.ts";

const verbs = (sql: string) => statementsOf(sql).map(({ verb }) => verb);

describe("A query", () => {
  test("is split at semicolons that stand in no text, name or comment", () => {
    expect(statementsOf("select ';' as \"a;b\" /* ; /* ; */ ; */; -- ;\n from t; ;").map(({ text }) => text)).toEqual([
      "select ';' as \"a;b\" /* ; /* ; */ ; */",
      "from t",
    ]);
    expect(verbs("select E'\\'; drop'; select $a$;$b$;$a$; select a$$;b$$ from t")).toEqual([
      "select",
      "select",
      "select",
      "b$$",
    ]);
    expect(verbs("select 1 --'\r; drop table t --'")).toEqual(["select", "drop"]);
  });

  test("is what it explains or prepares", () => {
    expect(
      verbs(
        "explain select 1; explain analyze commit; explain (format json) delete from t; prepare p(int) as update t set a = 1",
      ),
    ).toEqual(["select", "commit", "delete", "update"]);
    expect(verbs("((select 1)) union (select 2)")).toEqual(["select"]);
  });

  test("may create tables, views, macros and types, and has no settings, files, databases or transactions", () => {
    for (const sql of [
      "create or replace temp table t(a int)",
      "create unique index i on t(a)",
      "create recursive view v as select 1",
      "set variable x = 1",
      "reset variable x",
      "from t",
      "show tables",
    ]) {
      expect(refusalOf(statementsOf(sql)[0]!), sql).toBeNull();
    }
    for (const sql of [
      "attach 'x'",
      "set threads = 1",
      "set session threads = 1",
      "pragma x",
      "create secret s (type s3)",
      "create persistent secret s",
      "copy t to 'x'",
    ]) {
      expect(() => allowedStatements(sql), sql).toThrow(/is not available in a notebook: its database/);
    }
    for (const sql of [
      "begin",
      "START TRANSACTION",
      "commit",
      "end",
      "rollback",
      "abort",
      "explain analyze rollback",
    ]) {
      expect(() => allowedStatements(sql), sql).toThrow(/each query is a transaction of its own/);
    }
    expect(() => allowedStatements("selct 1")).toThrow('syntax error at or near "selct"');
    expect(() => allowedStatements(" -- nothing\n;")).toThrow("The query is empty");
  });

  test("takes its values where they stand alone, and names what is no text", () => {
    expect(placeLiterals("select '?' /* ? */, ?, E'\\'?', \"?\", $$?$$, ?", ["1", "2"])).toBe(
      "select '?' /* ? */, 1, E'\\'?', \"?\", $$?$$, 2",
    );
    expect([...mentionedNames('select "A""b", \'c\' from Größe -- d')]).toEqual(["select", 'a"b', "from", "größe"]);
  });

  test("is read once, whatever opens in it and does not close", () => {
    for (const opening of ["$a", "/*", "'", '"', "E'\\", "$a$b"]) {
      expect([...sqlTokens(opening.repeat(20_000))].length, opening).toBeGreaterThan(0);
    }
  });
});

describe("The cells that create a lost table", () => {
  test("are those whose text creates it and that may run", () => {
    const cell = (id: number, source: string, attributes = {}) => ({ id, source, attributes });
    const cells = [
      cell(1, "create table Kept as select 1"),
      cell(2, "select * from kept"),
      cell(3, "await sql`CREATE OR REPLACE VIEW kept AS FROM t`"),
      cell(4, "create table kept as select 2", { "data-paused": "" }),
      cell(5, "create table other as select 2"),
    ];
    expect(creatorsOf(["kept"], cells)).toEqual([1, 3]);
  });
});
