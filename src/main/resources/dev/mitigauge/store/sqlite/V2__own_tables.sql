-- Tables in which projects ask for more than their organisation does.
create table own_table (
  project text not null references project (name),
  name text not null,
  csv text not null,
  created text not null,
  changed text not null,
  version integer not null,
  primary key (project, name)
) strict, without rowid;
