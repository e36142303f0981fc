import { expect, test } from 'vitest'
import { splitStatements } from './split-statements.ts'

test('a file is split where its statements end and nowhere else', () => {
  const file = `-- first; of all
    create table a (x text default 'a;b''c;', "odd;name" int);
    /* a ; comment */
    create function f() returns int language sql as $body$ select 1; select 2; $body$;
    ;
    insert into a values ('--;') -- the last has no semicolon`
  expect(splitStatements(file)).toEqual([
    `-- first; of all\n    create table a (x text default 'a;b''c;', "odd;name" int)`,
    '/* a ; comment */\n    create function f() returns int language sql as $body$ select 1; select 2; $body$',
    "insert into a values ('--;') -- the last has no semicolon",
  ])
})

test('a file of comments says nothing', () => {
  expect(splitStatements('-- nothing; here\n/* nor; here */ ;')).toEqual([])
})
